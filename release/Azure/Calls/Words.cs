using System.Globalization;

namespace ReleaseInfra.Cli.Azure.Calls;

/// <summary>Spans of time as sentences have them.</summary>
internal static class Words
{
    public static string Of(TimeSpan span) => span >= TimeSpan.FromMinutes(2) && span.Seconds == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0} minutes")
        : string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} seconds");
}
