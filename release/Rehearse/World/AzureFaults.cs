using ReleaseInfra.Cli.Rehearse.Faults;
using ReleaseInfra.Rehearsal.Arm.Faults;

namespace ReleaseInfra.Cli.Rehearse.World;

/// <summary>What faults make of Azure's calls. Each is switched on once.</summary>
internal sealed class AzureFaults(ArmFaults calls, TimeProvider time)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <returns>The rule that the fault is; null where it is none of Azure's calls.</returns>
    public static ArmFaultRule? RuleOf(RehearsalFault fault) => fault switch
    {
        AzureThrottlesFault => new ArmFaultRule(new PathMatch("*", "*"), new TooManyRequests(RetryAfter)) { Times = int.MaxValue, Every = 3 },
        AzureConflictsFault => new ArmFaultRule(new PathMatch("PATCH", "*"), new Conflict()) { Times = int.MaxValue, Every = 2 },
        AzureDownFault => new ArmFaultRule(new PathMatch("*", "*"), new Unavailable()) { Times = int.MaxValue },
        _ => null,
    };

    /// <summary>Ends when the fault does, or never.</summary>
    public async Task StrikeAsync(RehearsalFault fault, CancellationToken cancellation)
    {
        if (RuleOf(fault) is not { } rule)
            return;
        calls.Add(rule);
        if (fault is not AzureDownFault down)
            return;
        await Task.Delay(down.For, time, cancellation);
        calls.Remove(rule);
    }
}
