using System.Collections.Immutable;

namespace ReleaseInfra.Cli.Azure.ContainerApps;

/// <summary>A container app as Azure gives it. States are Azure's own words, of which there may be new ones any day.</summary>
/// <param name="Mode">Of revisions: <c>Single</c>, <c>Multiple</c>.</param>
/// <param name="LatestReadyRevision">Stays behind <paramref name="LatestRevision"/> while that one is not healthy; null for none.</param>
/// <param name="Host">Null without ingress.</param>
/// <param name="Containers">Of the template, which is the newest revision's.</param>
/// <param name="Traffic">Empty where everything goes to the latest revision, and without ingress.</param>
internal sealed record ContainerAppState(
    string Name,
    string Mode,
    string? ProvisioningState,
    string? RunningStatus,
    string? LatestRevision,
    string? LatestReadyRevision,
    string? Host,
    ImmutableArray<ContainerState> Containers,
    ImmutableArray<TrafficEntry> Traffic);

/// <param name="Variables">Those with a plain value; references to secrets are left out.</param>
internal sealed record ContainerState(string Name, string Image, ImmutableSortedDictionary<string, string> Variables);
