using System.Globalization;

namespace ReleaseInfra.Cli.Reports.Page;

/// <summary>Numbers as the page writes them: the same digits on every machine.</summary>
internal static class Count
{
    /// <summary>With a thin space between thousands, which never breaks.</summary>
    public static string Of(long number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202f');

    /// <summary>With as many digits as tell something: 0.25, 4.8, 120, 12 000.</summary>
    public static string Of(double number) => Math.Abs(number) switch
    {
        >= 100 => Of((long)Math.Round(number)),
        >= 10 => number.ToString("0.#", CultureInfo.InvariantCulture),
        _ => number.ToString("0.##", CultureInfo.InvariantCulture),
    };

    /// <summary>As in <c>420 ms</c> and <c>1.4 s</c>, in which no line ends.</summary>
    public static string Of(TimeSpan latency) => latency < TimeSpan.FromSeconds(1)
        ? $"{Of(latency.TotalMilliseconds)}\u00a0ms"
        : $"{Of(latency.TotalSeconds)}\u00a0s";

    /// <summary>Fit for SVG and CSS.</summary>
    public static string Exact(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
