using System.Globalization;

namespace ReleaseInfra.Cli.Reports;

/// <summary>The beginning of a time that reports are about: a date or time, in UTC unless it says another offset, or so long ago.</summary>
internal static class Since
{
    private const string Allowed = "a date such as 2026-11-01, a time such as 2026-11-01T14:00Z, or so long ago: 30d, 12h";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    /// <exception cref="ReleaseFailure">It is none of these, or lies ahead.</exception>
    public static DateTimeOffset Parse(string text, DateTimeOffset now)
    {
        var since = Ago(text) is { } ago ? now - ago : Moment(text) ?? throw ReleaseFailure.NoSince(text, Allowed);
        return since < now ? since : throw ReleaseFailure.SinceLiesAhead(text);
    }

    private static TimeSpan? Ago(string text)
    {
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return null;
        var ago = text[^1] switch
        {
            'd' => count * (double)TimeSpan.HoursPerDay,
            'h' => count,
            _ => double.NaN,
        };
        return ago > 0 && ago <= Longest.TotalHours ? TimeSpan.FromHours(ago) : null;
    }

    private static DateTimeOffset? Moment(string text) => DateTimeOffset.TryParseExact(
        text,
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"],
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out var moment)
        ? moment
        : null;
}
