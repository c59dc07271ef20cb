using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

public static class JournalReader
{
    private enum JournalKind
    {
        Files,
        Blob,
    }

    private static readonly Key<JournalKind> Kind = new("kind", Form.Choice(("files", JournalKind.Files), ("blob", JournalKind.Blob)));
    private static readonly Key<Uri> Container = new("container", new ContainerForm());

    private static readonly KeyTable FileKeys = new(Kind);
    private static readonly KeyTable BlobKeys = new(Kind, Container);

    internal static readonly SectionKey Key = new SectionKey("journal", FileKeys, BlobKeys).Optional();

    /// <summary>By itself: journals can be read also while something else in the files is wrong.</summary>
    public static Checked<JournalSettings> Read(ObjectNode environment, ProblemList problems) =>
        problems.Check(Read(new Section(environment, problems)));

    /// <summary>Null where it could not be read.</summary>
    internal static JournalSettings? Read(Section parent)
    {
        if (!parent.Has(Key))
            return new FileJournalSettings();
        if (parent.Open(Key) is not { } section)
            return null;
        var kind = section.Read(Kind);
        if (!section.AreSound(Kind))
            return null;
        if (kind == JournalKind.Blob)
            return ReadBlob(section.Accept(BlobKeys));
        section.Accept(FileKeys);
        return new FileJournalSettings();
    }

    private static BlobJournalSettings? ReadBlob(Section section)
    {
        var container = section.Read(Container);
        return section.AreSound(Container) ? new BlobJournalSettings(container) : null;
    }
}
