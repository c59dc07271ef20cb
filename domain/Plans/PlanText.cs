using System.Globalization;

namespace ReleaseInfra.Domain.Plans;

/// <summary>How a plan's numbers read, the same in every sentence and table.</summary>
public static class PlanText
{
    /// <summary>As configuration writes durations: <c>90s</c>, <c>5m</c>, <c>2h</c>; several units where one does not do.</summary>
    public static string Of(TimeSpan duration)
    {
        var seconds = (long)Math.Ceiling(duration.TotalSeconds);
        if (seconds is > 60 and < 120 || seconds < 60)
            return $"{seconds}s";
        var (hours, minutes) = (seconds / 3600, seconds % 3600 / 60);
        return string.Concat(
            hours > 0 ? $"{hours}h" : "",
            minutes > 0 ? $"{minutes}m" : "",
            seconds % 60 > 0 ? $"{seconds % 60}s" : "");
    }

    /// <summary>Rounded down: what is not certain never reads so, and what falls short of a chance never reads as if it did not.</summary>
    public static string Chance(double chance) => Percent(Math.Floor(chance * 1000) / 1000);

    /// <param name="share">0..1.</param>
    public static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
