using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReleaseInfra.Cli.Azure.Calls;

namespace ReleaseInfra.Cli.Azure.Observability;

internal sealed class LogQueries(AzureCalls calls) : ILogQueries
{
    private const int NoContent = 204;

    // Azure gives a query up after three minutes.
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(4);

    public async Task<LogAnswer> QueryAsync(
        Guid workspace, string query, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation)
    {
        var answer = await calls.SendAsync(Request(workspace, query, from, until), cancellation);
        if (answer.Status == NoContent)
            return new EmptyWorkspace();
        if (answer.Body.IsEmpty)
            return new EmptyLogAnswer();

        var root = answer.Json();
        var rows = root.ListOrNone("tables").ToArray() is [var primary, ..] ? Rows(primary) : null;
        return (root.Find("error"), rows) switch
        {
            ({ } error, _) => new PartialLogRows(
                error.TextOrNull("code") ?? "Unknown", error.TextOrNull("message") ?? "without a reason.", rows ?? new LogRows([], [])),
            (null, { } found) => found,
            (null, null) => new EmptyLogAnswer(),
        };
    }

    private static AzureRequest Request(Guid workspace, string query, DateTimeOffset from, DateTimeOffset until) =>
        (new AzureRequest("POST", $"/v1/workspaces/{workspace}/query") with { IsRead = true, Deadline = Deadline }).WithBody(body =>
        {
            body.WriteStartObject();
            body.WriteString("query", query);
            body.WriteString("timespan", $"{Time(from)}/{Time(until)}");
            body.WriteEndObject();
        });

    private static LogRows Rows(WireJson table) => new(
        [.. table.List("columns").Select(column => new LogColumn(column.Text("name"), column.Text("type")))],
        [.. table.List("rows").Select(row => row.Element.EnumerateArray().ToImmutableArray())]);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
