using System.Globalization;
using System.Text;
using ReleaseInfra.Domain.Gates;

namespace ReleaseInfra.Cli.Gates.Logs;

/// <summary>Every query of the logs. What is put into one is always a literal, and never a piece of the query.</summary>
internal static class Kql
{
    public static string Requests(TelemetryOf service, Window window) => $$"""
        {{Answered(service)}}
        let newest = toscalar(answered | summarize max(TimeGenerated));
        let closed = min_of({{Literal(window.Until)}}, bin(newest, 1m));
        answered
        | where TimeGenerated >= {{Literal(window.From)}} and TimeGenerated < closed
        | summarize requests = sum(ItemCount), failures = sumif(ItemCount, failed) by revision
        | extend newest = newest, closed = closed
        """;

    public static string Latency(TelemetryOf service, Window window, int percentile) => $$"""
        {{Answered(service)}}
        let newest = toscalar(answered | summarize max(TimeGenerated));
        answered
        | where TimeGenerated >= {{Literal(window.From)}} and TimeGenerated < {{Literal(window.Until)}}
        | summarize requests = sum(ItemCount), milliseconds = percentilew(DurationMs, ItemCount, {{percentile}}) by revision
        | extend newest = newest
        """;

    public static string Depth(string role, string metric) => $$"""
        AppMetrics
        | where AppRoleName == {{Literal(role)}} and Name == {{Literal(metric)}}
        | summarize depth = max(Max), newest = max(TimeGenerated) by minute = bin(TimeGenerated, 1m)
        | top 1 by minute desc
        """;

    /// <summary>With the escapes that Kusto documents, and no others.</summary>
    /// <exception cref="ArgumentException">A control character has no escape there.</exception>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("'");
        foreach (var character in text)
        {
            literal.Append(character switch
            {
                '\'' => @"\'",
                '\\' => @"\\",
                '\t' => @"\t",
                '\n' => @"\n",
                _ when char.IsControl(character) =>
                    throw new ArgumentException($"A query's text has the control character {(int)character}.", nameof(text)),
                _ => character.ToString(),
            });
        }

        return literal.Append('\'').ToString();
    }

    public static string Literal(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"datetime({time.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffff}Z)");

    // A revision that does not state its version is known by its replicas, which are named after it. The health path is asked
    // by the platform on every replica alike, and is nobody's traffic.
    private static string Answered(TelemetryOf service) => $$"""
        let answered = AppRequests
        | where AppRoleName == {{Literal(service.Role)}} and tostring(parse_url(Url).Path) != {{Literal(service.HealthPath)}}
        | extend revision = iff(isnotempty(AppVersion), AppVersion, extract('^(.*)-[^-]+-[^-]+$', 1, AppRoleInstance))
        | extend status = toint(ResultCode)
        | extend failed = iff(isnull(status) or status == 0, Success == false, status >= 500);
        """;
}

/// <summary>Whose telemetry, and where it is kept.</summary>
/// <param name="Workspace">The workspace's own GUID.</param>
/// <param name="Role">The service's name.</param>
internal sealed record TelemetryOf(Guid Workspace, string Role, string HealthPath);
