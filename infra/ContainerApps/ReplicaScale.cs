using System.Globalization;
using Pulumi.AzureNative.App.Inputs;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Infra.ContainerApps;

/// <summary>When another replica is started.</summary>
internal static class ReplicaScale
{
    private const string WorkerCpuPercent = "70";

    public static ScaleArgs ByRequests(ReplicaSettings replicas, IngressSettings ingress) => Scale(replicas, new ScaleRuleArgs
    {
        Name = "requests",
        Http = new HttpScaleRuleArgs
        {
            Metadata = { ["concurrentRequests"] = ingress.ConcurrentRequests.ToString(CultureInfo.InvariantCulture) },
        },
    });

    /// <summary>A worker has no requests to count, and what it reads from is its own affair.</summary>
    public static ScaleArgs ByCpu(ReplicaSettings replicas) => Scale(replicas, new ScaleRuleArgs
    {
        Name = "cpu",
        Custom = new CustomScaleRuleArgs
        {
            Type = "cpu",
            Metadata = { ["type"] = "Utilization", ["value"] = WorkerCpuPercent },
        },
    });

    private static ScaleArgs Scale(ReplicaSettings replicas, ScaleRuleArgs rule) => new()
    {
        MinReplicas = replicas.Minimum,
        MaxReplicas = replicas.Maximum,
        Rules = rule,
    };
}
