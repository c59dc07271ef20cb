using ReleaseInfra.Cli.Rehearse.Faults;
using ReleaseInfra.Rehearsal.Ingress;
using ReleaseInfra.Rehearsal.Running;

namespace ReleaseInfra.Cli.Rehearse.World;

/// <summary>What faults make of a version that runs, as a pure function.</summary>
internal static class VersionFaults
{
    private static readonly TimeSpan CrashesAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LeaksFor = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Database = TimeSpan.FromSeconds(3);

    /// <param name="isNew">Whether it is the version that is released.</param>
    /// <param name="weight">Percent of traffic on the new version.</param>
    public static VersionBehaviour Of(IEnumerable<RehearsalFault> faults, bool isNew, int weight) =>
        faults.Aggregate(VersionBehaviour.Normal, (behaviour, fault) => fault switch
        {
            LastingFault lasting when !lasting.IsThereAt(weight) => behaviour,
            DatabaseSlowFault => behaviour with { Fault = Slower(behaviour.Fault, Database) },
            _ when !isNew => behaviour,
            ErrorsFault errors => behaviour with { Fault = behaviour.Fault with { ErrorShare = errors.Share } },
            LatencyFault latency => behaviour with { Fault = Slower(behaviour.Fault, latency.More) },
            CrashLoopFault => behaviour with { CrashesAfter = CrashesAfter },
            SlowStartFault slow => behaviour with { StartsAfter = slow.Takes },
            BadHealthFault => behaviour with { IsUnhealthy = true },
            MemoryLeakFault => behaviour with { OutOfMemoryEvery = LeaksFor },
            _ => behaviour,
        });

    private static BackendFault Slower(BackendFault fault, TimeSpan by) => fault with { Delay = fault.Delay + by };
}
