using System.Globalization;
using System.Text.RegularExpressions;

namespace ReleaseInfra.Cli.Engine.Automation.Failures;

/// <summary>Who has a stack, as far as the backend names it: a store of one's own names a process, Pulumi Cloud nobody.</summary>
internal static partial class BackendLock
{
    /// <returns>As in <c>by ann@laptop (process 42) since 2026-11-02 08:30:00 UTC</c>; empty where nobody is named.</returns>
    public static string HolderIn(string text) => Created().Match(text) is { Success: true } created
        ? $"by {created.Groups["who"]} (process {created.Groups["pid"]}) since {Utc(created.Groups["since"].Value)}"
        : "";

    private static string Utc(string time) =>
        DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.None, out var since)
            ? since.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)
            : time;

    [GeneratedRegex(@"created by (?<who>\S+) \(pid (?<pid>\d+)\) at (?<since>\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex Created();
}
