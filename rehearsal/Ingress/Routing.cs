using System.Collections.Concurrent;

namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>Which table counts, and what is under way by any.</summary>
internal sealed class Routing(SeededNumbers numbers)
{
    private readonly ConcurrentDictionary<string, VersionTraffic> _traffic = new(StringComparer.Ordinal);
    private readonly Lock _guard = new();
    private readonly List<(string Version, TaskCompletionSource Drained)> _waiting = [];
    private HostTable _table = new(RouteTable.Empty, _ => new VersionTraffic());
    private int _waiters;

    public void Apply(RouteTable table)
    {
        Interlocked.Exchange(ref _table, new HostTable(table, TrafficOf));
        LetGo();
    }

    /// <summary>To be ended by <see cref="Leave"/> where it is a version's.</summary>
    public Destination Enter(ReadOnlySpan<char> host)
    {
        while (true)
        {
            var table = Volatile.Read(ref _table);
            var destination = table.Pick(host, numbers.Next());
            if (destination is not Destination.OfVersion version)
                return destination;

            // Counted first and looked at again then: whoever waits for the old table's last request misses none.
            version.Traffic.Begin();
            if (ReferenceEquals(table, Volatile.Read(ref _table)))
                return destination;
            Leave(version);
        }
    }

    public void Leave(Destination.OfVersion version)
    {
        if (version.Traffic.End() && Volatile.Read(ref _waiters) > 0)
            LetGo();
    }

    public async Task DrainedAsync(string version, CancellationToken cancellation)
    {
        var waiting = (version, Drained: new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_guard)
            _waiting.Add(waiting);
        Interlocked.Increment(ref _waiters);
        try
        {
            LetGo();
            await waiting.Drained.Task.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _waiters);
            lock (_guard)
                _waiting.Remove(waiting);
        }
    }

    private void LetGo()
    {
        lock (_guard)
        {
            foreach (var (version, drained) in _waiting)
            {
                if (!Volatile.Read(ref _table).Has(version) && TrafficOf(version).IsIdle)
                    drained.TrySetResult();
            }
        }
    }

    private VersionTraffic TrafficOf(string version) => _traffic.GetOrAdd(version, _ => new VersionTraffic());
}
