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
    private ImmutableDictionary<string, AzureResource> Resources { get; init; } = WithoutCase<AzureResource>();

    /// <summary>Sorted, so that a resource and all beneath it stand together.</summary>
    private ImmutableSortedSet<string> Ids { get; init; } = ImmutableSortedSet.Create<string>(IdOrder.Instance);

    /// <summary>The same resources by type and then by id: most rules ask about one type, and a stack may have thousands of others.</summary>
    private ImmutableDictionary<string, ImmutableSortedDictionary<string, AzureResource>> ByType { get; init; } =
        ImmutableDictionary.Create<string, ImmutableSortedDictionary<string, AzureResource>>(StringComparer.Ordinal);

    /// <summary>The holders' ids by what each holds alone (<see cref="Claims"/>).</summary>
    private ImmutableDictionary<string, string> Holders { get; init; } = WithoutCase<string>();

    /// <summary>By the app's id.</summary>
    public ImmutableSortedDictionary<string, ContainerAppState> Apps { get; init; } = ById<ContainerAppState>();

    /// <summary>By the job's id, the oldest first.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<JobExecution>> Executions { get; init; } =
        ById<ImmutableArray<JobExecution>>();

    /// <summary>By name.</summary>
    public ImmutableSortedDictionary<string, DeletedVault> DeletedVaults { get; init; } = ById<DeletedVault>();

    /// <summary>What registries hold, as hosts pull it.</summary>
    public ImmutableSortedSet<string> Images { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>What vaults hold, by <see cref="SecretVersion.Key"/>.</summary>
    public ImmutableSortedDictionary<string, SecretVersion> SecretVersions { get; init; } = ById<SecretVersion>();

    /// <summary>In the order in which they were accepted.</summary>
    public ImmutableArray<PendingOperation> Pending { get; init; } = [];

    /// <summary>The last ones that ended, the newest last.</summary>
    public ImmutableArray<Operation> Ended { get; init; } = [];

    /// <summary>How many operations there ever were; their ids come of it.</summary>
    public int OperationCount { get; init; }

    /// <summary>The state of these resources alone.</summary>
    public static AzureState Of(IEnumerable<AzureResource> resources)
    {
        var (byId, ids, holders) = (Empty.Resources.ToBuilder(), Empty.Ids.ToBuilder(), Empty.Holders.ToBuilder());
        var byType = new Dictionary<string, ImmutableSortedDictionary<string, AzureResource>.Builder>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            byId[resource.Id] = resource;
            ids.Add(resource.Id);
            if (!byType.TryGetValue(resource.Type, out var typed))
                byType[resource.Type] = typed = ById<AzureResource>().ToBuilder();
            typed[resource.Id] = resource;
            foreach (var claim in Claims.Of(resource))
                holders[claim] = resource.Id;
        }

        var types = Empty.ByType.ToBuilder();
        foreach (var (type, typed) in byType)
            types[type] = typed.ToImmutable();
        return new AzureState
        {
            Resources = byId.ToImmutable(),
            Ids = ids.ToImmutable(),
            ByType = types.ToImmutable(),
            Holders = holders.ToImmutable(),
        };
    }

    /// <summary>In the order of their ids.</summary>
    public IEnumerable<AzureResource> All => Ids.Select(id => Resources[id]);

    public AzureResource? Find(string id) => Resources.GetValueOrDefault(id);

    /// <param name="claim">One of <see cref="Claims"/>.</param>
    public AzureResource? HolderOf(string claim) => Holders.GetValueOrDefault(claim) is { } id ? Find(id) : null;

    public PendingOperation? PendingOn(string id) =>
        Pending.FirstOrDefault(operation => operation.IsOn(id));

    /// <summary>In the order of their ids.</summary>
    public IEnumerable<AzureResource> OfType(string type) => Typed(type).Values;

    /// <summary>In the order of their ids, without the one itself.</summary>
    public IEnumerable<AzureResource> Beneath(string id)
    {
        var prefix = id + "/";
        var found = Ids.IndexOf(prefix);
        // What is not found is given as the complement of the place where it would stand.
        for (var at = found < 0 ? ~found : found; at < Ids.Count && Ids[at].StartsWith(prefix, StringComparison.OrdinalIgnoreCase); at++)
            yield return Resources[Ids[at]];
    }

    /// <summary>What stands at the id, and all beneath it.</summary>
    public IEnumerable<AzureResource> Within(string id) => Find(id) is { } itself ? Beneath(id).Prepend(itself) : Beneath(id);

    public AzureState With(AzureResource resource) => this with
    {
        Resources = Resources.SetItem(resource.Id, resource),
        Ids = Ids.Add(resource.Id),
        ByType = ByType.SetItem(resource.Type, Typed(resource.Type).SetItem(resource.Id, resource)),
        Holders = HoldersWith(resource),
    };

    public AzureState Without(AzureResource resource) => this with
    {
        Resources = Resources.Remove(resource.Id),
        Ids = Ids.Remove(resource.Id),
        ByType = ByType.SetItem(resource.Type, Typed(resource.Type).Remove(resource.Id)),
        Holders = Holders.RemoveRange(Claims.Of(resource)),
        Apps = Apps.Remove(resource.Id),
        Executions = Executions.Remove(resource.Id),
        // Nothing is left that they could change; whoever polls one is told that it was called off.
        Pending = Pending.RemoveAll(operation => operation.IsOn(resource.Id)),
        Ended = Ended.AddRange(Pending
            .Where(operation => operation.IsOn(resource.Id))
            .Select(operation => operation.Ended(new OperationCanceled()))),
    };

    private ImmutableSortedDictionary<string, AzureResource> Typed(string type) =>
        ByType.GetValueOrDefault(type) ?? ById<AzureResource>();

    private ImmutableDictionary<string, string> HoldersWith(AzureResource resource)
    {
        string[] before = Find(resource.Id) is { } existing ? [.. Claims.Of(existing)] : [];
        string[] after = [.. Claims.Of(resource)];
        if (before.SequenceEqual(after, StringComparer.OrdinalIgnoreCase))
            return Holders;

        var holders = Holders.RemoveRange(before);
        foreach (var claim in after)
            holders = holders.SetItem(claim, resource.Id);

        return holders;
    }

    private static ImmutableSortedDictionary<string, T> ById<T>() =>
        ImmutableSortedDictionary.Create<string, T>(IdOrder.Instance);

    private static ImmutableDictionary<string, T> WithoutCase<T>() =>
        ImmutableDictionary.Create<string, T>(StringComparer.OrdinalIgnoreCase);
}
