namespace ReleaseInfra.Domain.Tests.Freezes;

/// <summary>Zones that are made here, so that a machine's time zone data change nothing.</summary>
internal static class Zones
{
    /// <summary>UTC+1; at 01:00 UTC on the last Sundays of March and October the clock goes forward and back an hour.</summary>
    public static TimeZoneInfo Amsterdam { get; } = WithSummer("Amsterdam", TimeSpan.FromHours(1), 2, 3);

    /// <summary>UTC-5, with a summer time of half an hour, to be awkward.</summary>
    public static TimeZoneInfo Awkward { get; } = WithSummer("Awkward", TimeSpan.FromHours(-5), 0, 0, minutes: 30);

    private static TimeZoneInfo WithSummer(string name, TimeSpan offset, int begins, int ends, int minutes = 60)
    {
        var from = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, begins, 0, 0), 3, 5, DayOfWeek.Sunday);
        var to = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, ends, 0, 0), 10, 5, DayOfWeek.Sunday);
        var rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromMinutes(minutes), from, to);
        return TimeZoneInfo.CreateCustomTimeZone(name, offset, name, name, name, [rule]);
    }
}
