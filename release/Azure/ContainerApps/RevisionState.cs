using System.Collections.Immutable;

namespace ReleaseInfra.Cli.Azure.ContainerApps;

/// <summary>A revision as Azure gives it. States are Azure's own words, of which there may be new ones any day.</summary>
/// <param name="Weight">0..100.</param>
/// <param name="Replicas">0 for a healthy revision that is scaled to zero.</param>
/// <param name="Health"><c>Healthy</c>, <c>Unhealthy</c>, <c>None</c>.</param>
/// <param name="Host">Leads to this revision whatever the weights; null without ingress.</param>
/// <param name="ProvisioningError">Null for none.</param>
internal sealed record RevisionState(
    string Name,
    bool Active,
    int Weight,
    int Replicas,
    DateTimeOffset? Created,
    string? Health,
    string? ProvisioningState,
    string? RunningState,
    string? Host,
    string? ProvisioningError,
    ImmutableArray<ContainerState> Containers);

/// <param name="Restarts">Of all its containers, since it was made.</param>
/// <param name="Ready">Whether every container of it is; false where Azure names none.</param>
internal sealed record ReplicaState(string Name, string? RunningState, bool Ready, int Restarts);
