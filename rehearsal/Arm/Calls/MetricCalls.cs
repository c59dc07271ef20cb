using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Xml;
using ReleaseInfra.Rehearsal.Arm.Http;
using ReleaseInfra.Rehearsal.Arm.Metrics;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Arm.Calls;

/// <summary>The platform metrics of a resource.</summary>
internal sealed class MetricCalls(ArmWorld world)
{
    public IEnumerable<ArmCall> All =>
    [
        new("metrics.list", "GET", "/{resource*}/providers/Microsoft.Insights/metrics", ListAsync),
    ];

    private async Task<ArmAnswer> ListAsync(ArmRequest request)
    {
        var id = request.Value("resource");
        if (await world.Azure.Resources.FindAsync(id, request.Cancellation) is not { } resource)
            return ArmErrors.ResourceNotFound(id);

        var question = MetricQuestion.Read(request, world.Now);
        var definitions = Defined(resource.Id, question);
        foreach (var definition in definitions)
            await RefuseUnknownAsync(resource.Id, definition, question, request.Cancellation);

        var values = new JsonArray();
        foreach (var definition in definitions)
            values.Add(await ValueAsync(resource.Id, definition, question, request.Cancellation));
        return new JsonAnswer(200, new JsonObject
        {
            ["cost"] = (long)(question.To - question.From).TotalMinutes * definitions.Length,
            ["timespan"] = $"{Iso(question.From)}/{Iso(question.To)}",
            ["interval"] = XmlConvert.ToString(question.Interval),
            ["value"] = values,
            ["namespace"] = ResourceIds.TypeOf(resource.Id),
            ["resourceregion"] = (string)resource.Outputs["location"],
        });
    }

    /// <summary>Without a name, the first: Azure too answers with one metric of its choice.</summary>
    private static MetricDefinition[] Defined(string id, MetricQuestion question)
    {
        var known = MetricDefinitions.Of(id);
        MetricDefinition Find(string name) =>
            known.FirstOrDefault(definition => definition.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArmRefusal(MetricErrors.UnknownMetric(ResourceIds.TypeOf(id), name, known.Select(definition => definition.Name)));
        return question.Metrics.Length > 0 ? [.. question.Metrics.Select(Find)] : known.Count > 0 ? [known[0]] : [Find("")];
    }

    private async Task RefuseUnknownAsync(string id, MetricDefinition definition, MetricQuestion question, CancellationToken cancellation)
    {
        foreach (var (dimension, values) in question.Filter.Terms)
        {
            if (!definition.Dimensions.Contains(dimension, StringComparer.OrdinalIgnoreCase))
                throw new ArmRefusal(MetricErrors.UnknownDimension(definition.Name, dimension.ToLowerInvariant(), definition.Dimensions));
            if (!question.ValidatesDimensions || values.IsEmpty)
                continue;

            var indexed = await world.Options.Metrics.IndexedAsync(id, definition.Name, dimension, cancellation);
            if (values.FirstOrDefault(value => !indexed.Contains(value, StringComparer.OrdinalIgnoreCase)) is { } unknown)
                throw new ArmRefusal(MetricErrors.UnknownDimensionValue(dimension, unknown));
        }
    }

    private async Task<JsonObject> ValueAsync(string id, MetricDefinition definition, MetricQuestion question, CancellationToken cancellation)
    {
        var range = new MetricRange(id, definition.Name, question.From, question.To);
        var samples = await world.Options.Metrics.ReadAsync(range, cancellation);
        return new JsonObject
        {
            ["id"] = $"{id}/providers/Microsoft.Insights/metrics/{definition.Name}",
            ["type"] = "Microsoft.Insights/metrics",
            ["name"] = MetricSeries.Name(definition.Name),
            ["unit"] = definition.Unit,
            ["timeseries"] = MetricSeries.Of(samples, question, question.Aggregations is [] ? [definition.Aggregation] : question.Aggregations),
            ["errorCode"] = "Success",
        };
    }

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", null);
}
