using System.Globalization;

namespace ReleaseInfra.Domain.Documents;

/// <summary>How durations are written wherever people write them: <c>30s</c>, <c>5m</c>, <c>2h</c>.</summary>
public static class DurationText
{
    public const string Allowed = "seconds, minutes or hours such as 30s, 5m or 2h";

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return false;
        long? seconds = text[^1] switch
        {
            's' => count,
            'm' => count * 60L,
            'h' => count * 3600L,
            _ => null,
        };
        if (seconds is not { } whole || whole > TimeSpan.MaxValue.TotalSeconds)
            return false;
        duration = TimeSpan.FromSeconds(whole);
        return true;
    }
}
