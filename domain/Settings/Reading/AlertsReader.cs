using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class AlertsReader
{
    private static readonly Key<bool> Enabled = new("enabled", Form.Flag());
    private static readonly Key<decimal> ErrorRatePercent = new("errorRatePercent", Form.Decimal(0.01m, 100));
    private static readonly Key<int> P95Milliseconds = new("p95Milliseconds", Form.Whole(1, 600_000));
    private static readonly Key<int> DatabaseCpuPercent = new("databaseCpuPercent", Form.Whole(1, 100));

    public static readonly SectionKey Key =
        new("alerts", new KeyTable(Enabled, ErrorRatePercent, P95Milliseconds, DatabaseCpuPercent));

    public static AlertSettings? Read(Section parent) => parent.Open(Key) is { } section
        ? new AlertSettings(
            section.Read(Enabled),
            section.Read(ErrorRatePercent),
            section.Read(P95Milliseconds),
            section.Read(DatabaseCpuPercent))
        : null;
}
