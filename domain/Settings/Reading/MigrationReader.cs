using System.Collections.Immutable;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class MigrationReader
{
    /// <summary>Of the migration's entry in a release, so that no service may have it.</summary>
    public const string Name = "migration";

    private static readonly Key<string> Image = new("image", Texts.ImageName);
    private static readonly Key<ImmutableArray<string>> Command =
        new Key<ImmutableArray<string>>("command", Form.List(Texts.Sentence)).Or([]);

    private static readonly Key<int> TimeoutSeconds = new("timeoutSeconds", Form.Whole(1, 86_400));
    private static readonly Key<int> Retries = new("retries", Form.Whole(0, 10));

    // No default: a rollback across a migration is proved only where somebody vouches for it.
    private static readonly Key<bool> BackwardCompatible = new Key<bool>("backwardCompatible", Form.Flag()).Optional();

    public static readonly SectionKey Key = new SectionKey(
        Name,
        new KeyTable(
            Image,
            Command,
            TimeoutSeconds,
            Retries,
            BackwardCompatible,
            ComputeReader.Cpu,
            ComputeReader.MemoryGi,
            VariablesReader.Variables,
            VariablesReader.Secrets,
            BuildReader.Key)).Optional();

    public static MigrationSettings? Read(Section parent)
    {
        if (parent.Open(Key) is not { } section)
            return null;
        var variables = VariablesReader.ReadOfContainerApp(section, out var secrets);
        return new MigrationSettings(
            section.Read(Image),
            section.Read(Command),
            section.Read(TimeoutSeconds),
            section.Read(Retries),
            ComputeReader.Read(section),
            variables,
            secrets,
            BuildReader.Read(section))
        {
            BackwardCompatible = section.FindValue(BackwardCompatible),
        };
    }
}
