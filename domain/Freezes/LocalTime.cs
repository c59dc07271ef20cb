namespace ReleaseInfra.Domain.Freezes;

/// <summary>
/// A moment that is written as local time. Where the clock is changed, a local time happens twice or never; then a freeze
/// begins at the earlier and ends at the later of the two moments that can be meant, so that it is never shorter than written.
/// </summary>
internal static class LocalTime
{
    public static DateTimeOffset Begin(TimeZoneInfo zone, DateOnly day, TimeOnly time) =>
        Moment(day.ToDateTime(time), Offsets(zone, day.ToDateTime(time)).Max());

    public static DateTimeOffset End(TimeZoneInfo zone, DateOnly day, TimeOnly time) =>
        Moment(day.ToDateTime(time), Offsets(zone, day.ToDateTime(time)).Min());

    private static TimeSpan[] Offsets(TimeZoneInfo zone, DateTime local)
    {
        if (zone.IsAmbiguousTime(local))
            return zone.GetAmbiguousTimeOffsets(local);
        return zone.IsInvalidTime(local)
            ? [zone.GetUtcOffset(local.AddDays(-1)), zone.GetUtcOffset(local.AddDays(1))]
            : [zone.GetUtcOffset(local)];
    }

    private static DateTimeOffset Moment(DateTime local, TimeSpan offset) => new DateTimeOffset(local, offset).ToUniversalTime();
}
