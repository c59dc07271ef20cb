using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Reports;

/// <summary>What a release waits for, and the command with which a person goes on.</summary>
/// <param name="WaitsFor">As in <c>an approval for the step of 50 %</c>; null where the release has ended.</param>
/// <param name="Command">Null where the release has ended and nothing can follow.</param>
/// <param name="When">For which case the command is; empty where there is no other.</param>
internal sealed record Onward(string? WaitsFor, string? Command, string When)
{
    public static Onward Of(ReleaseStanding standing)
    {
        var stack = standing.Began.Stack.Name;
        return standing.State switch
        {
            Held { Reason: AwaitsApproval awaits } => new($"an approval for {awaits.For}", $"release promote {stack}", ""),
            Held held => new(Missing(held.Reason), $"release resume {stack}", ""),
            Settled => new(null, $"release rollback {stack} --reason WHY", "to undo it"),
            { Deadline: null } => new(null, null, ""),
            // The one event that leads on stands first.
            var state => new(state.Expected[0], $"release resume {stack}", "if its writer has gone"),
        };
    }

    private static string Missing(HoldReason reason) => reason switch
    {
        LacksEvidence lacks => $"evidence that there was none of: {lacks.What}",
        WaitsForFreeze freeze => $"the end of the freeze '{freeze.Freeze}'",
        ForeignTraffic traffic => $"traffic as the release had it: {traffic.What}",
        PausedByHand paused => $"somebody to go on: {paused.By} paused it, {paused.Why}",
        InterruptedRun => "somebody to go on: it was interrupted",
        RollbackStuck stuck => $"somebody to help the rollback: {stuck.What}",
        _ => throw new ArgumentException($"Unknown reason {reason.GetType().Name}.", nameof(reason)),
    };
}
