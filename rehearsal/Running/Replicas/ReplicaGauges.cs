using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Running.Versions;
using ReleaseInfra.Rehearsal.Telemetry;

namespace ReleaseInfra.Rehearsal.Running.Replicas;

/// <summary>Replicas and restarts of each revision, as Azure's metrics have them.</summary>
internal sealed class ReplicaGauges(MetricLevels levels)
{
    private const string Replicas = "Replicas";
    private const string Restarts = "RestartCount";

    private readonly HashSet<Place.OfRevision> _measured = [];

    public void Note(PlacedReplicas placed)
    {
        var running = placed.Newest.ToDictionary(replica => replica.Wanted.Place);
        foreach (var place in running.Keys.OfType<Place.OfRevision>())
        {
            _measured.Add(place);
            levels.Set(place.AppId, Replicas, Of(place), 1);
            levels.Set(place.AppId, Restarts, OfReplica(place), running[place].Status.Restarts);
        }

        foreach (var ended in _measured.Where(place => !running.ContainsKey(place)).ToArray())
        {
            _measured.Remove(ended);
            levels.End(ended.AppId, Replicas, Of(ended));
            levels.End(ended.AppId, Restarts, OfReplica(ended));
        }
    }

    private static ImmutableSortedDictionary<string, string> Of(Place.OfRevision place) =>
        ImmutableSortedDictionary<string, string>.Empty.Add("revisionName", place.Revision);

    private static ImmutableSortedDictionary<string, string> OfReplica(Place.OfRevision place) =>
        Of(place).Add("podName", RevisionView.ReplicaName(place.AppId, place.Revision, number: 1));
}
