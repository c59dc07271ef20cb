using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Ingress;
using ReleaseInfra.Rehearsal.Running.Replicas;
using ReleaseInfra.Rehearsal.Running.Routing;
using ReleaseInfra.Rehearsal.Running.Versions;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.Running;

/// <summary>
/// Runs what an embedded Azure says has to run, each version as one real process, and has the ingress send it what Azure's weights say.
/// </summary>
/// <remarks>
/// Made before the embedded Azure, whose revisions' health it decides, and told then what to follow. One process stands for all
/// replicas of a version, also of one that would be scaled to zero. Disposing of it ends every process.
/// </remarks>
public sealed class RunningApps : IRevisionHealth, IAsyncDisposable
{
    private readonly RunningAppsOptions _options;
    private readonly ReplicaMeans _means;
    private readonly PlacedReplicas _placed;
    private readonly Pulse _replicaChanged = new();
    private readonly Pulse _matched = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentBag<Task> _retiring = [];
    private readonly ReplicaGauges? _gauges;
    private RoutePlan _plan = RoutePlan.Empty;
    private Task? _following;
    private AzureState? _settled;
    private int _disposed;

    public RunningApps(RunningAppsOptions options)
    {
        _options = options;
        _means = new ReplicaMeans(options);
        _placed = new PlacedReplicas(wanted => new Replica(wanted, _means, _replicaChanged.Beat));
        _gauges = options.Levels is { } levels ? new ReplicaGauges(levels) : null;
    }

    /// <summary>What the ingress answered to when it was last told.</summary>
    public ImmutableArray<ServedHost> Hosts => Volatile.Read(ref _plan).Hosts;

    /// <summary>What runs now, or is being started.</summary>
    public ImmutableArray<RunnableVersion> Versions => [.. _placed.Newest.Select(replica => replica.Wanted.Version)];

    /// <summary>Of those, the ones that do not work, or were not seen to.</summary>
    public ImmutableArray<RunnableVersion> Unwell =>
        [.. _placed.Newest.Where(replica => replica.Status.Health is not RevisionHealth.Healthy).Select(replica => replica.Wanted.Version)];

    private Task Following => _following ?? throw new InvalidOperationException("It follows no embedded Azure yet.");

    /// <summary>From now on, until the end. Only once.</summary>
    public void Follow(EmbeddedAzure azure, IngressServer ingress)
    {
        if (_following is not null)
            throw new InvalidOperationException("It follows an embedded Azure already.");

        var ending = _ending.Token;
        _following = Task.Run(() => FollowAsync(azure, ingress, ending));
    }

    /// <summary>Waits until everything that has to run by now was seen to work, or not to.</summary>
    public async Task SettledAsync(EmbeddedAzure azure, CancellationToken cancellation)
    {
        while (true)
        {
            var matched = _matched.Next;
            if (ReferenceEquals(await azure.LookAsync(cancellation), Volatile.Read(ref _settled)))
                return;
            await await Task.WhenAny(matched, Following).WaitAsync(cancellation);
        }
    }

    /// <summary>Asks again how each version behaves.</summary>
    public void Refresh()
    {
        var haveChanged = false;
        foreach (var replica in _placed.All)
            haveChanged |= replica.Refresh();
        if (haveChanged)
            _replicaChanged.Beat();
    }

    /// <summary>The last lines that the version's processes wrote, and how they ended; empty where there was nothing.</summary>
    public string LastWordsOf(string app, string version) => _placed.Newest
        .FirstOrDefault(replica => replica.Wanted.Version.App == app && replica.Wanted.Version.Version == version)?.Tail.ToString() ?? "";

    RevisionHealth IRevisionHealth.Of(string appId, Revision revision) => At(appId, revision)?.Health ?? RevisionHealth.None;

    void IRevisionHealth.Restarting(string appId, Revision revision)
    {
        _placed.Replace(new Place.OfRevision(appId, revision.Name));
        _replicaChanged.Beat();
    }

    int IRevisionHealth.RestartsOf(string appId, Revision revision) => At(appId, revision)?.Restarts ?? 0;

    string? IRevisionHealth.ErrorOf(string appId, Revision revision) => At(appId, revision)?.Error;

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;

        await _ending.CancelAsync();
        try
        {
            await (_following ?? Task.CompletedTask);
        }
        catch (OperationCanceledException)
        {
            // As asked for.
        }
        finally
        {
            await _means.HurryAsync(Task.WhenAll([.. _placed.All.Select(replica => replica.DisposeAsync().AsTask()), .. _retiring]));
            _means.Dispose();
            _ending.Dispose();
        }
    }

    private ReplicaStatus? At(string appId, Revision revision) => _placed.At(new Place.OfRevision(appId, revision.Name))?.Status;

    private async Task FollowAsync(EmbeddedAzure azure, IngressServer ingress, CancellationToken ending)
    {
        while (true)
        {
            var (azureChanged, replicaChanged) = (azure.NextChange, _replicaChanged.Next);
            var state = await azure.LookAsync(ending);
            Match(state, ingress);
            _gauges?.Note(_placed);
            await ReportAsync(azure, state, ending);
            if (_placed.IsSettled)
                Volatile.Write(ref _settled, state);
            _matched.Beat();

            using var over = CancellationTokenSource.CreateLinkedTokenSource(ending);
            await Task.WhenAny(azureChanged, replicaChanged, DueAsync(state, over.Token));
            await over.CancelAsync();
            ending.ThrowIfCancellationRequested();
        }
    }

    private void Match(AzureState state, IngressServer ingress)
    {
        var retired = _placed.Match(WantedVersion.AllIn(state));
        var plan = RoutePlan.Of(state, _placed.Behind);
        ingress.Apply(plan.Table);
        Volatile.Write(ref _plan, plan);
        foreach (var replica in retired)
            _retiring.Add(RetireAsync(replica, ingress));
    }

    /// <summary>After the ingress: what Azure calls healthy is already answering there.</summary>
    private async Task ReportAsync(EmbeddedAzure azure, AzureState state, CancellationToken ending)
    {
        foreach (var replica in _placed.Newest)
        {
            var health = replica.Status.Health;
            if (replica.Wanted.Place is not Place.OfRevision place
                || health == RevisionHealth.None
                || state.Apps[place.AppId].Find(place.Revision)?.Health == health)
            {
                continue;
            }

            try
            {
                await azure.ContainerApps.ReportHealthAsync(place.AppId, place.Revision, health, ending);
            }
            catch (AzureException)
            {
                // Deleted since: the next look finds that it has to stop.
            }
        }
    }

    /// <summary>What is due by the clock changes nothing until somebody looks.</summary>
    private Task DueAsync(AzureState state, CancellationToken cancellation)
    {
        if (state.Pending.IsEmpty)
            return Task.Delay(Timeout.InfiniteTimeSpan, _options.Time, cancellation);
        var left = state.Pending.Min(pending => pending.Ends) - _options.Time.GetUtcNow();
        return Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, _options.Time, cancellation);
    }

    private async Task RetireAsync(Replica replica, IngressServer ingress)
    {
        using var late = new CancellationTokenSource(_options.Grace, _options.Watch);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _ending.Token);
        try
        {
            await ingress.DrainedAsync(replica.Wanted.Version.Version, either.Token);
        }
        catch (OperationCanceledException)
        {
            // Long enough: what is still under way is cut off, as Azure cuts it off.
        }

        await replica.DisposeAsync();
    }
}
