using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.ContainerApps;

/// <summary>A revision as a caller finds it.</summary>
/// <param name="TrafficWeight">0..100, also where it is inactive.</param>
/// <param name="Fqdn">Leads to this revision whatever the weights; empty without ingress.</param>
/// <param name="Labels">With the host name of each, which leads here too.</param>
/// <param name="Replicas">By their names; none while it is scaled to zero or inactive.</param>
/// <param name="RunningState">Azure's word.</param>
public sealed record RevisionView(
    Revision Revision,
    int TrafficWeight,
    string Fqdn,
    ImmutableSortedDictionary<string, string> Labels,
    ImmutableArray<string> Replicas,
    string RunningState)
{
    /// <summary>Of each replica.</summary>
    public int Restarts { get; private init; }

    /// <summary>Why it cannot be provisioned; null where it can.</summary>
    public string? Error { get; private init; }

    internal static RevisionView Of(AzureResource resource, ContainerAppState app, Revision revision, IRevisionHealth health)
    {
        var shares = TrafficTable.Of(resource, app).Where(share => share.Revision.Equals(revision.Name, StringComparison.OrdinalIgnoreCase)).ToArray();
        var hosts = new AppHosts(resource);
        var weight = shares.Sum(share => share.Weight);
        var replicas = Replicated(resource, revision, weight);
        return new RevisionView(
            revision,
            weight,
            hosts.Revision(revision.Name),
            shares.Select(share => share.Label).OfType<string>().ToImmutableSortedDictionary(label => label, hosts.Label, StringComparer.Ordinal),
            replicas,
            Running(revision, replicas.Length))
        {
            Restarts = health.RestartsOf(resource.Id, revision),
            Error = health.ErrorOf(resource.Id, revision),
        };
    }

    /// <param name="number">From 1.</param>
    internal static string ReplicaName(string appId, string revision, int number) =>
        $"{revision}-{Derived.Hex($"{appId}/{revision}/replica", 10)}-{Derived.Hex($"{appId}/{revision}/{number}", 5)}";

    /// <summary>What asks for more than the least number of replicas is not modelled, but that traffic wakes a revision is.</summary>
    private static ImmutableArray<string> Replicated(AzureResource resource, Revision revision, int weight)
    {
        var count = revision.Active ? Math.Max(AppInputs.MinReplicas(revision.Template), weight > 0 ? 1 : 0) : 0;
        return [.. Enumerable.Range(1, count).Select(number => ReplicaName(resource.Id, revision.Name, number))];
    }

    private static string Running(Revision revision, int replicas) => revision switch
    {
        { Active: false } => "Stopped",
        { Health: RevisionHealth.Unhealthy } => "Degraded",
        { Health: RevisionHealth.None } => "Processing",
        _ => replicas == 0 ? "ScaledToZero" : "Running",
    };
}
