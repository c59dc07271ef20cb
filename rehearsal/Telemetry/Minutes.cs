namespace ReleaseInfra.Rehearsal.Telemetry;

/// <summary>Time as Azure's metrics cut it.</summary>
internal static class Minutes
{
    public static readonly TimeSpan One = TimeSpan.FromMinutes(1);

    public static DateTimeOffset Floor(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % One.Ticks), TimeSpan.Zero);

    /// <summary>The beginnings of those from <paramref name="from"/> on that begin before <paramref name="until"/>, and have begun by <paramref name="now"/>.</summary>
    public static IEnumerable<DateTimeOffset> Of(DateTimeOffset from, DateTimeOffset until, DateTimeOffset now)
    {
        for (var minute = Floor(from); minute < until && minute <= now; minute += One)
            yield return minute;
    }
}
