namespace ReleaseInfra.Cli.Reports.Page.Charts;

/// <summary>Which times an axis names: those that people count in.</summary>
internal static class TickStep
{
    private const int Most = 8;

    private static readonly TimeSpan[] Round =
    [
        .. ((int[])[1, 2, 5, 10, 15, 30]).Select(seconds => TimeSpan.FromSeconds(seconds)),
        .. ((int[])[1, 2, 5, 10, 15, 30]).Select(minutes => TimeSpan.FromMinutes(minutes)),
        .. ((int[])[1, 2, 3, 6, 12, 24]).Select(hours => TimeSpan.FromHours(hours)),
    ];

    /// <summary>The shortest of which few enough fit; whole days for what takes weeks.</summary>
    public static TimeSpan Of(TimeSpan whole)
    {
        var step = Array.Find(Round, step => whole / step <= Most);
        return step == default ? TimeSpan.FromDays(Math.Ceiling(whole.TotalDays / Most)) : step;
    }

    /// <summary>The multiples of a step between two times, both included.</summary>
    public static IEnumerable<TimeSpan> Within(TimeSpan from, TimeSpan until, TimeSpan step)
    {
        for (var since = Math.Ceiling(from / step) * step; since <= until; since += step)
            yield return since;
    }
}
