using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class BuildReader
{
    private static readonly Key<string> Context = new("context", Texts.Folder);
    private static readonly Key<string> Dockerfile = new Key<string>("dockerfile", Texts.Folder).Or("Dockerfile");

    public static readonly SectionKey Key = new SectionKey("build", new KeyTable(Context, Dockerfile)).Optional();

    public static BuildSettings? Read(Section parent) =>
        parent.Open(Key) is { } section ? new BuildSettings(section.Read(Context), section.Read(Dockerfile)) : null;
}
