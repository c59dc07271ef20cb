using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ReleaseInfra.Cli.Gates.Logs;
using ReleaseInfra.Rehearsal.Arm.Logs;
using ReleaseInfra.Rehearsal.Telemetry;

namespace ReleaseInfra.Cli.Rehearse.World;

/// <summary>Answers the queries of <see cref="Kql"/> from what the ingress saw: no other is known, and no KQL is read.</summary>
/// <param name="apps">Azure's name of each service's app or site: telemetry calls it by the service's.</param>
internal sealed partial class LedgerLogs(RequestLedger ledger, IReadOnlyDictionary<string, string> apps) : ILogSource
{
    public Task<LogAnswer> QueryAsync(LogQuery query, CancellationToken cancellation) => Task.FromResult(Answer(query.Query));

    private LogAnswer Answer(string query)
    {
        if (Role().Match(query) is not { Success: true } role || !apps.TryGetValue(role.Groups[1].Value, out var app))
            return new LogQueryRefused("BadArgumentError", "SEM0100: a rehearsal knows the queries of its own gates alone.");
        if (ledger.Told.NewestOf(app, withHealth: false) is not { } newest)
            return new LogsAbsent();
        var times = Times().Matches(query).Select(time => Moment(time.Groups[1].Value)).ToArray();
        return query switch
        {
            _ when query.Contains("failures =", StringComparison.Ordinal) => Requests(app, newest, from: times[1], until: times[0]),
            _ when query.Contains("milliseconds =", StringComparison.Ordinal) => Latency(app, newest, from: times[0], until: times[1]),
            // Nobody's application states metrics of its own here.
            _ when query.Contains("depth =", StringComparison.Ordinal) => Table(["depth real", "newest datetime", "minute datetime"], []),
            _ => new LogQueryRefused("BadArgumentError", "SEM0100: a rehearsal knows the queries of its own gates alone."),
        };
    }

    private LogTables Requests(string app, DateTimeOffset newest, DateTimeOffset from, DateTimeOffset until)
    {
        // Only whole minutes, as the query closes them.
        var closed = Earlier(until, Floor(newest));
        return Table(
            ["revision string", "requests long", "failures long", "newest datetime", "closed datetime"],
            ledger.Told.Read(app, from, closed, withHealth: false).Select(version => new JsonNode?[]
            {
                version.Version, version.Sum.Requests, version.Sum.Failures, Text(newest), Text(closed),
            }));
    }

    private LogTables Latency(string app, DateTimeOffset newest, DateTimeOffset from, DateTimeOffset until) => Table(
        ["revision string", "requests long", "milliseconds real", "newest datetime"],
        ledger.Told.Read(app, from, until, withHealth: false).Select(version => new JsonNode?[]
        {
            version.Version, version.Sum.Requests, version.Sum.Latencies.Percentile(95)?.TotalMilliseconds, Text(newest),
        }));

    private static LogTables Table(string[] columns, IEnumerable<JsonNode?[]> rows) => new(
    [
        new LogTable(
            "PrimaryResult",
            [.. columns.Select(column => new LogColumn(column.Split(' ')[0], column.Split(' ')[1]))],
            [.. rows.Select(row => row.ToImmutableArray())]),
    ]);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("o", CultureInfo.InvariantCulture);

    private static DateTimeOffset Floor(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    [GeneratedRegex(@"AppRoleName == '([^']+)'")]
    private static partial Regex Role();

    [GeneratedRegex(@"datetime\(([^)]+)\)")]
    private static partial Regex Times();
}
