using System.Text.Json.Nodes;
using ReleaseInfra.Rehearsal.Arm.Http;

namespace ReleaseInfra.Rehearsal.Arm.Metrics;

/// <summary>The metrics service's errors, which it does not wrap in <c>error</c> as Resource Manager does.</summary>
internal static class MetricErrors
{
    public static ArmAnswer BadRequest(string message) =>
        new JsonAnswer(400, new JsonObject { ["code"] = "BadRequest", ["message"] = message });

    public static ArmAnswer UnknownMetric(string type, string metric, IEnumerable<string> valid) => BadRequest(
        $"Failed to find metric configuration for provider: {type[..type.IndexOf('/', StringComparison.Ordinal)]}, " +
        $"resource Type: {type[(type.IndexOf('/', StringComparison.Ordinal) + 1)..]}, metric: {metric}, Valid metrics: {string.Join(',', valid)}");

    public static ArmAnswer UnknownDimension(string metric, string asked, IEnumerable<string> valid) => BadRequest(
        $"Metric: {metric} does not support requested dimension combination: {asked}, supported ones are: {string.Join(',', valid)}");

    public static ArmAnswer UnknownDimensionValue(string dimension, string value) => BadRequest(
        $"The dimension value '{value}' of '{dimension}' was not found: it may not be indexed yet. Ask for '*', or set validatedimensions=false.");
}
