using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Ingress;
using ReleaseInfra.Rehearsal.Running.Versions;

namespace ReleaseInfra.Rehearsal.Running.Replicas;

/// <summary>What runs where. A place has two replicas only while a new version of it starts: the old one serves until then.</summary>
internal sealed class PlacedReplicas(Func<WantedVersion, Replica> start)
{
    private static readonly IPEndPoint Nowhere = new(IPAddress.Loopback, 0);

    // The oldest first. Written by one, and read by many.
    private readonly ConcurrentDictionary<Place, ImmutableArray<Replica>> _placed = new();

    public IEnumerable<Replica> All => _placed.Values.SelectMany(replicas => replicas);

    public IEnumerable<Replica> Newest => _placed.Values.Select(replicas => replicas[^1]);

    /// <summary>Every place has been seen to work or not to.</summary>
    public bool IsSettled => Newest.All(replica => replica.Status.Health != RevisionHealth.None);

    public Replica? At(Place place) => _placed.TryGetValue(place, out var replicas) ? replicas[^1] : null;

    public Backend Behind(Place place)
    {
        var replicas = _placed.GetValueOrDefault(place, []);
        var serving = replicas.LastOrDefault(replica => replica.Status.Address is not null) ?? replicas.LastOrDefault();
        return serving is null
            ? new Backend(place is Place.OfRevision revision ? revision.Revision : "", Nowhere)
            : new Backend(serving.Wanted.Version.Version, serving.Status.Address ?? Nowhere)
            {
                Fault = serving.Behaviour.FaultOf(serving.Wanted.Version),
            };
    }

    /// <summary>The next match starts another one there.</summary>
    public void Replace(Place place)
    {
        if (At(place) is { } replica)
            replica.IsToBeReplaced = true;
    }

    /// <summary>Starts what is missing.</summary>
    /// <returns>What is not needed any more; it still runs, and is no longer here.</returns>
    public ImmutableArray<Replica> Match(ImmutableArray<WantedVersion> wanted)
    {
        var retired = ImmutableArray.CreateBuilder<Replica>();
        var places = wanted.Select(version => version.Place).ToHashSet();
        foreach (var place in _placed.Keys.Where(place => !places.Contains(place)))
        {
            if (_placed.TryRemove(place, out var replicas))
                retired.AddRange(replicas);
        }

        foreach (var version in wanted)
            retired.AddRange(Match(version));
        return retired.ToImmutable();
    }

    private IEnumerable<Replica> Match(WantedVersion wanted)
    {
        var replicas = _placed.GetValueOrDefault(wanted.Place, []);
        if (replicas.IsEmpty || replicas[^1].IsToBeReplaced || replicas[^1].Wanted.Version != wanted.Version)
            replicas = replicas.Add(start(wanted));
        // The newest that serves, and what is newer.
        var serving = replicas.ToList().FindLastIndex(replica => replica.Status.Address is not null);
        var kept = serving < 0 ? replicas : replicas[serving..];
        _placed[wanted.Place] = kept;
        return replicas.Except(kept);
    }
}
