using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class EvidenceReader
{
    // At least one of each: without a floor, no data would be a verdict.
    private static readonly Key<int> Samples = new("samples", Form.Whole(1, 1000));
    private static readonly Key<int> Requests = new("requests", Form.Whole(1, 1_000_000));

    public static readonly SectionKey Key = new("evidence", new KeyTable(Samples, Requests));

    public static EvidenceFloor Read(Section parent) => parent.Open(Key) is { } section
        ? new EvidenceFloor(section.Read(Samples), section.Read(Requests))
        : new EvidenceFloor(0, 0);
}
