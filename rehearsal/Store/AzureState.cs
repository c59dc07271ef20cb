using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Jobs;
using ReleaseInfra.Rehearsal.KeyVault;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Store;

/// <summary>All that the embedded Azure holds, at one moment. A change makes a new one, so that a refusal leaves no trace.</summary>
internal sealed record AzureState
{
    public static readonly AzureState Empty = new();

    /// <summary>By id.</summary>
    public ImmutableSortedDictionary<string, AzureResource> Resources { get; init; } = ById<AzureResource>();

    /// <summary>The same, by type and then by id: most rules ask about one type, and a stack may have thousands of others.</summary>
    private ImmutableDictionary<string, ImmutableSortedDictionary<string, AzureResource>> ByType { get; init; } =
        ImmutableDictionary.Create<string, ImmutableSortedDictionary<string, AzureResource>>(StringComparer.Ordinal);

    /// <summary>Identities' resource ids by the principal that each is.</summary>
    public ImmutableDictionary<string, string> Principals { get; init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>By the app's id.</summary>
    public ImmutableSortedDictionary<string, ContainerAppState> Apps { get; init; } = ById<ContainerAppState>();

    /// <summary>By the job's id, the oldest first.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<JobExecution>> Executions { get; init; } =
        ById<ImmutableArray<JobExecution>>();

    /// <summary>By name.</summary>
    public ImmutableSortedDictionary<string, DeletedVault> DeletedVaults { get; init; } = ById<DeletedVault>();

    /// <summary>In the order in which they were accepted.</summary>
    public ImmutableArray<PendingOperation> Pending { get; init; } = [];

    /// <summary>The last ones that ended, the newest last.</summary>
    public ImmutableArray<Operation> Ended { get; init; } = [];

    /// <summary>How many operations there ever were; their ids come of it.</summary>
    public int OperationCount { get; init; }

    public AzureResource? Find(string id) => Resources.GetValueOrDefault(id);

    public PendingOperation? PendingOn(string id) =>
        Pending.FirstOrDefault(operation => operation.IsOn(id));

    public IEnumerable<AzureResource> OfType(string type) => Typed(type).Values;

    public IEnumerable<AzureResource> Beneath(string id) =>
        Resources.Values.Where(resource => ResourceIds.Covers(id, resource.Id) && !ResourceIds.Same(id, resource.Id));

    public AzureState With(AzureResource resource) => this with
    {
        Resources = Resources.SetItem(resource.Id, resource),
        ByType = ByType.SetItem(resource.Type, Typed(resource.Type).SetItem(resource.Id, resource)),
        Principals = resource.PrincipalId is { } principal ? Principals.SetItem(principal, resource.Id) : Principals,
    };

    public AzureState Without(AzureResource resource) => this with
    {
        Resources = Resources.Remove(resource.Id),
        ByType = ByType.SetItem(resource.Type, Typed(resource.Type).Remove(resource.Id)),
        Principals = resource.PrincipalId is { } principal ? Principals.Remove(principal) : Principals,
        Apps = Apps.Remove(resource.Id),
        Executions = Executions.Remove(resource.Id),
        // Nothing is left that they could change; whoever polls one is told that it was called off.
        Pending = Pending.RemoveAll(operation => operation.IsOn(resource.Id)),
        Ended = [.. Ended, .. Pending
            .Where(operation => operation.IsOn(resource.Id))
            .Select(operation => operation.Ended(new OperationCanceled()))],
    };

    private ImmutableSortedDictionary<string, AzureResource> Typed(string type) =>
        ByType.GetValueOrDefault(type) ?? ById<AzureResource>();

    private static ImmutableSortedDictionary<string, T> ById<T>() =>
        ImmutableSortedDictionary.Create<string, T>(StringComparer.OrdinalIgnoreCase);
}
