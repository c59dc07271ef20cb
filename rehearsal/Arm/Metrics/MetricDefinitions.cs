using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Arm.Metrics;

/// <param name="Aggregation">Where a query names none.</param>
internal sealed record MetricDefinition(string Name, string Unit, string Aggregation, string[] Dimensions);

/// <summary>The platform metrics that are served, from Azure's table of supported metrics.</summary>
internal static class MetricDefinitions
{
    private static readonly string[] Revision = ["revisionName"];
    private static readonly string[] Replica = ["revisionName", "podName"];

    /// <summary>Response times are not told apart by revision: Azure has no such dimension there.</summary>
    private static readonly MetricDefinition[] ContainerApps =
    [
        new("Requests", "Count", "Total", ["revisionName", "podName", "statusCodeCategory", "statusCode"]),
        new("ResponseTime", "MilliSeconds", "Average", ["statusCodeCategory", "statusCode"]),
        new("Replicas", "Count", "Maximum", Revision),
        new("RestartCount", "Count", "Maximum", Replica),
        new("UsageNanoCores", "NanoCores", "Average", Replica),
        new("WorkingSetBytes", "Bytes", "Average", Replica),
        new("RxBytes", "Bytes", "Total", Replica),
        new("TxBytes", "Bytes", "Total", Replica),
        new("CpuPercentage", "Percent", "Average", ["podName"]),
        new("MemoryPercentage", "Percent", "Average", ["podName"]),
        new("CoresQuotaUsed", "Count", "Maximum", Revision),
    ];

    private static readonly MetricDefinition[] Databases =
    [
        new("cpu_percent", "Percent", "Average", []),
        new("memory_percent", "Percent", "Average", []),
        new("active_connections", "Count", "Average", []),
        new("storage_percent", "Percent", "Average", []),
    ];

    /// <param name="id">Of the resource that is asked about.</param>
    public static IReadOnlyList<MetricDefinition> Of(string id) => ResourceIds.TypeOf(id).ToUpperInvariant() switch
    {
        "MICROSOFT.APP/CONTAINERAPPS" => ContainerApps,
        "MICROSOFT.DBFORPOSTGRESQL/FLEXIBLESERVERS" => Databases,
        _ => [],
    };
}
