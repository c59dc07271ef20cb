using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Runs;

/// <summary>How a command ends that has carried a release.</summary>
internal static class RunEnd
{
    /// <param name="left">What made the release be left, as an event's kind; null where nothing did.</param>
    public static ExitCode CodeOf(RolloutState state, string? left) => state switch
    {
        Settled => ExitCode.Done,
        RolledBack when left == WorkFailed.Name => ExitCode.EngineFailed,
        RolledBack when left == FreezeMet.Name => ExitCode.Frozen,
        RolledBack => ExitCode.RolledBack,
        Aborted when left == WorkFailed.Name => ExitCode.EngineFailed,
        Aborted when left == FreezeMet.Name => ExitCode.Frozen,
        Aborted => ExitCode.Held,
        Held { Reason: WaitsForFreeze } => ExitCode.Frozen,
        Held { Reason: InterruptedRun } => ExitCode.Interrupted,
        Held { Reason: RollbackStuck } => ExitCode.EngineFailed,
        Held => ExitCode.Held,
        // Cut short before it was written down: whoever resumes it finds out.
        _ => ExitCode.Interrupted,
    };

    public static string SummaryOf(string stack, RolloutState state, TimeSpan took) => state switch
    {
        Settled => $"{stack}: released, after {PlanText.Of(took)}",
        RolledBack back => $"{stack}: rolled back, after {PlanText.Of(took)}: {back.Reason}",
        Aborted left => $"{stack}: aborted before anything that runs was changed: {left.Reason}",
        _ => $"{stack}: {state.Words}",
    };

    /// <summary>What to do next; null where there is nothing.</summary>
    public static string? AdviceFor(RolloutState state, string stack) => state switch
    {
        Held { Reason: AwaitsApproval } => $"Approvers say 'release promote {stack}'; 'release abort {stack} --reason ...' leaves it.",
        Held { Reason: RollbackStuck } => $"Put right what is in the way, then 'release resume {stack}'.",
        Held { Reason: WaitsForFreeze } => $"'release resume {stack}' goes on once the freeze is over.",
        Held => $"'release resume {stack}' goes on, 'release rollback {stack} --reason ...' goes back.",
        { Deadline: not null } => $"'release resume {stack}' goes on from where it stands.",
        _ => null,
    };
}
