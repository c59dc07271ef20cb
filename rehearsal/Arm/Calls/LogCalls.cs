using System.Text.Json;
using System.Text.Json.Nodes;
using ReleaseInfra.Rehearsal.Arm.Http;
using ReleaseInfra.Rehearsal.Arm.Logs;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Arm.Calls;

/// <summary>Log Analytics' query service, which in Azure has a host of its own.</summary>
internal sealed class LogCalls(ArmWorld world)
{
    private const string Type = "azure-native:operationalinsights:Workspace";

    public IEnumerable<ArmCall> All =>
    [
        new("logs.query", "POST", "/v1/workspaces/{workspace}/query", QueryAsync) { IsResourceManager = false },
    ];

    private async Task<ArmAnswer> QueryAsync(ArmRequest request)
    {
        var id = request.Value("workspace");
        var all = await world.Azure.Resources.ListAsync(ResourceIds.Subscription, request.Cancellation);
        if (!all.Any(resource => resource.Type == Type && id.Equals(resource.Outputs["customerId"] as string, StringComparison.OrdinalIgnoreCase)))
            return ArmErrors.Of(404, "PathNotFoundError", "The requested path does not exist");

        var body = await request.BodyAsync();
        if (Text(body, "query") is not { } query)
            return ArmErrors.Of(400, "BadArgumentError", "The request had some invalid properties: 'query' is missing.");

        return await world.Options.Logs.QueryAsync(new LogQuery(id, query, Text(body, "timespan")), request.Cancellation) switch
        {
            LogTables result => new JsonAnswer(200, new JsonObject { ["tables"] = new JsonArray([.. result.Tables.Select(Wire)]) }),
            LogsAbsent => new EmptyAnswer(204),
            LogQueryRefused refused => ArmErrors.Of(400, refused.Code, refused.Message),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no answer to a query."),
        };
    }

    private static string? Text(JsonElement body, string key) =>
        body.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonObject Wire(LogTable table) => new()
    {
        ["name"] = table.Name,
        ["columns"] = new JsonArray([.. table.Columns.Select(column => new JsonObject { ["name"] = column.Name, ["type"] = column.Type })]),
        // A node has one parent: the source may give the same rows again.
        ["rows"] = new JsonArray([.. table.Rows.Select(row => new JsonArray([.. row.Select(value => value?.DeepClone())]))]),
    };
}
