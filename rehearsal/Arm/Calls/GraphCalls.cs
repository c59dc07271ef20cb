using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReleaseInfra.Rehearsal.Arm.Graph;
using ReleaseInfra.Rehearsal.Arm.Http;
using ReleaseInfra.Rehearsal.Arm.Wire;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Arm.Calls;

/// <summary>Resource Graph, as far as it lists a group's resources.</summary>
internal sealed class GraphCalls(ArmWorld world)
{
    private const int MostRows = 1000;

    public IEnumerable<ArmCall> All =>
    [
        new("resourceGraph.query", "POST", "/providers/Microsoft.ResourceGraph/resources", QueryAsync),
    ];

    private async Task<ArmAnswer> QueryAsync(ArmRequest request)
    {
        var body = await request.BodyAsync();
        var text = body.TryGetProperty("query", out var stated) ? stated.ToString() : "";
        if (GraphQuery.Parse(text) is not { } query)
            return ArmErrors.Of(400, "BadRequest", $"The query is not understood here: '{text}'. It takes: {GraphQuery.Form}.");

        var options = body.TryGetProperty("options", out var given) && given.ValueKind == JsonValueKind.Object ? given : default;
        if (Text(options, "resultFormat") is { } format && format != "objectArray")
            return ArmErrors.Of(400, "BadRequest", $"The result format '{format}' is not served here. It takes: objectArray.");

        var rows = (await Tracked.InAsync(world, ResourceIds.OfGroup(query.Group), request.Cancellation))
            .Where(resource => query.Types.IsEmpty || query.Types.Contains(ResourceIds.TypeOf(resource.Id), StringComparer.OrdinalIgnoreCase))
            .Select(resource => Row(resource, query))
            .ToArray();
        return Page(rows, Math.Clamp(Number(options, "$top") ?? MostRows, 1, MostRows), Skip(options));
    }

    private static JsonAnswer Page(JsonObject[] rows, int top, int skip)
    {
        var page = rows.Skip(skip).Take(top).ToArray();
        var answer = new JsonObject
        {
            ["totalRecords"] = rows.Length,
            ["count"] = page.Length,
            ["data"] = new JsonArray([.. page]),
            ["facets"] = new JsonArray(),
            ["resultTruncated"] = "false",
        };
        if (skip + page.Length < rows.Length)
            answer["$skipToken"] = (skip + page.Length).ToString(CultureInfo.InvariantCulture);
        return new JsonAnswer(200, answer);
    }

    /// <summary>The graph keeps types and group names in lower case.</summary>
    private static JsonObject Row(AzureResource resource, GraphQuery query)
    {
        var wire = ToWire.Of(resource);
        wire["type"] = ResourceIds.TypeOf(resource.Id).ToLowerInvariant();
        wire["resourceGroup"] = query.Group.ToLowerInvariant();
        wire["subscriptionId"] = AzureScope.SubscriptionId;
        wire["tenantId"] = AzureScope.TenantId;
        return new JsonObject(query.Columns.Select(column => KeyValuePair.Create(column, wire[column]?.DeepClone())));
    }

    /// <summary>A token is where the page before ended.</summary>
    private static int Skip(JsonElement options)
    {
        if (Text(options, "$skipToken") is not { } token)
            return Number(options, "$skip") ?? 0;
        return int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var skip)
            ? skip
            : throw new ArmRefusal(ArmErrors.Of(400, "BadRequest", $"The skip token '{token}' is invalid."));
    }

    private static string? Text(JsonElement options, string key) =>
        options.ValueKind == JsonValueKind.Object && options.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static int? Number(JsonElement options, string key) =>
        options.ValueKind == JsonValueKind.Object && options.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetInt32()
            : null;
}
