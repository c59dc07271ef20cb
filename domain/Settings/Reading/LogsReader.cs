using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class LogsReader
{
    private static readonly Key<int> RetentionDays = new("retentionDays", Form.Whole(30, 730));
    private static readonly Key<decimal> DailyCapGb = new Key<decimal>("dailyCapGb", Form.Decimal(0.1m, 1000)).Optional();

    public static readonly SectionKey Key = new("logs", new KeyTable(RetentionDays, DailyCapGb));

    public static LogSettings? Read(Section parent) =>
        parent.Open(Key) is { } section ? new LogSettings(section.Read(RetentionDays), section.FindValue(DailyCapGb)) : null;
}
