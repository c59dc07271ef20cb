using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class IngressReader
{
    private static readonly Key<int> Port = new("port", Form.Whole(1, 65535));
    private static readonly Key<bool> External = new("external", Form.Flag());
    private static readonly Key<string> HealthPath = new("healthPath", Texts.HttpPath);
    private static readonly Key<int> ConcurrentRequests = new Key<int>("concurrentRequests", Form.Whole(1, 10_000)).Or(50);

    public static readonly SectionKey Key =
        new SectionKey("ingress", new KeyTable(Port, External, HealthPath, ConcurrentRequests)).Optional();

    public static IngressSettings? Read(Section parent) => parent.Open(Key) is { } section
        ? new IngressSettings(
            section.Read(Port),
            section.Read(External),
            section.Read(HealthPath),
            section.Read(ConcurrentRequests))
        : null;
}
