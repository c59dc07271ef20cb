using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Rehearse.Faults;
using ReleaseInfra.Cli.Simulate.Clock;
using ReleaseInfra.Cli.Simulate.Draws;

namespace ReleaseInfra.Cli.Simulate.World;

/// <summary>What goes wrong, from the moment on from which it is there. What has begun stays.</summary>
internal sealed class SimulatedTroubles(SimulatedWorld world, SeededDraws draws)
{
    private static readonly TimeSpan ShortestLeak = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLeak = TimeSpan.FromMinutes(4);

    // Outlives the release's process, as the world does.
    private readonly VirtualProcess _process = VirtualProcess.Current;
    private readonly HashSet<(RehearsalFault Fault, string? Service)> _there = [];

    /// <summary>When the first of them began; null while none has.</summary>
    public DateTimeOffset? Began { get; private set; }

    public bool HasNoMetrics => Is<NoMetricsFault>();

    public bool IsThrottling => Is<AzureThrottlesFault>();

    public bool HasConflicts => Is<AzureConflictsFault>();

    public bool IsDatabaseSlow => Is<DatabaseSlowFault>();

    /// <summary>Azure answers no call before then.</summary>
    public DateTimeOffset DownUntil { get; private set; }

    /// <summary>When a new version answers first; null for never.</summary>
    public DateTimeOffset? ReadyAt(DateTimeOffset started, DateTimeOffset ready)
    {
        if (world.Scene.Faults.Any(fault => fault is CrashLoopFault or BadHealthFault { FromWeight: null }))
        {
            Begin(started);
            return null;
        }

        foreach (var slow in world.Scene.Faults.OfType<SlowStartFault>())
        {
            Begin(started);
            ready = started + slow.Takes;
        }

        return ready;
    }

    /// <summary>Looks at a service of which versions or weights have changed.</summary>
    public void See(SimulatedService service)
    {
        if (service.New is not { } version)
            return;
        foreach (var fault in world.Scene.Faults.OfType<LastingFault>().Where(fault => fault.IsThereAt(service.NewWeight)))
        {
            if (IsOfVersion(fault) ? _there.Add((fault, service.Traits.Name.Value)) : _there.Add((fault, null)))
                Begin(fault, service, version);
        }
    }

    /// <summary>A fault of the release's own process.</summary>
    public void Begin(DateTimeOffset now) => Began ??= now;

    private void Begin(LastingFault fault, SimulatedService service, SimulatedVersion version)
    {
        Begin(world.Now);
        switch (fault)
        {
            case ErrorsFault errors:
                version.Errors = 1 - ((1 - version.Errors) * (1 - errors.Share));
                break;
            case LatencyFault latency:
                version.TakesAtP95(version.P95(world.Now) + latency.More.TotalMilliseconds, world.Now);
                break;
            case BadHealthFault:
                version.IsHealthy = false;
                break;
            case MemoryLeakFault:
                _process.Do(() => LeakAsync(version));
                break;
            case AzureDownFault down:
                DownUntil = world.Now + down.For;
                break;
            case DatabaseSlowFault:
                foreach (var one in world.Services.SelectMany(one => one.Versions))
                    one.TakesAtP95(one.P95(world.Now) + SimulatedTimings.DatabaseWait.TotalMilliseconds, world.Now);
                break;
            case ConfigConflictFault:
                _process.Do(() => MeddleAsync(service));
                break;
        }
    }

    private static bool IsOfVersion(LastingFault fault) => fault is ErrorsFault or LatencyFault or BadHealthFault or MemoryLeakFault;

    private async Task LeakAsync(SimulatedVersion version)
    {
        while (true)
        {
            await Task.Delay(draws.Between(ShortestLeak, LongestLeak), world.Time);
            world.Visitors.ComeUntil(world.Now);
            var up = draws.Around(SimulatedTimings.Start, SimulatedTimings.Spread);
            version.RestartUntil(world.Now + up);
            await Task.Delay(up, world.Time);
            world.Visitors.ComeUntil(world.Now);
        }
    }

    private async Task MeddleAsync(SimulatedService service)
    {
        await Task.Delay(draws.Between(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(90)), world.Time);
        if (service.Traffic is [var first, var second])
            world.Lead(service, [first with { Weight = 100 - Other(first.Weight) }, second with { Weight = Other(first.Weight) }]);
    }

    // Something that no step has.
    private static int Other(int weight) => weight == 37 ? 38 : 37;

    private bool Is<T>()
        where T : RehearsalFault
    {
        foreach (var (fault, _) in _there)
        {
            if (fault is T)
                return true;
        }

        return false;
    }
}
