using ReleaseInfra.Rehearsal.Running.Versions;
using ReleaseInfra.Rehearsal.Telemetry;

namespace ReleaseInfra.Rehearsal.Running;

public sealed record RunningAppsOptions
{
    /// <summary>The rehearsal's clock: probes fall due by it, and containers are started again.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>The machine's clock, by which real processes start, answer and end.</summary>
    public required TimeProvider Watch { get; init; }

    public required IAppLaunches Launches { get; init; }

    /// <summary>Gets a file for each version, with what its processes write.</summary>
    public required string LogFolder { get; init; }

    /// <summary>Asked at a version's first start, and again with <see cref="RunningApps.Refresh"/>.</summary>
    public Func<RunnableVersion, VersionBehaviour> Behaviour { get; init; } = _ => VersionBehaviour.Normal;

    /// <summary>What it gives is held while a process starts, until it answers or fails, so that the rehearsal's clock can stand still.</summary>
    public Func<IDisposable>? Working { get; init; }

    /// <summary>Told of each revision's replica and restarts; null for nobody.</summary>
    public MetricLevels? Levels { get; init; }

    /// <summary>Of real time, for requests under way to end, and then for the process.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Of real time, for each process that still runs when everything ends.</summary>
    public TimeSpan EndsWithin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Of real time, until a process listens; only then does it matter to the rehearsal's clock how long it takes.</summary>
    public TimeSpan StartsWithin { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Processes that start together: many at once on few cores are all slow.</summary>
    public int StartingAtOnce { get; init; } = Math.Max(2, Environment.ProcessorCount);
}
