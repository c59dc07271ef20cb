using ReleaseInfra.Cli.Runs.Works;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Runs;

/// <summary>What each state of a release waits for, as work.</summary>
/// <param name="leavesHeld">Whether a held release is left at once; else it is watched for as long as somebody may be hurt.</param>
internal sealed class StateWorks(
    Underway release, PreflightWork preflight, SmokeWork smoke, ShiftWork shift, bool leavesHeld) : IStateWorks
{
    public IStateWork? For(ReleaseStanding standing, bool isInterrupted) => standing.State switch
    {
        { Deadline: null } => null,
        // People have to put it right, and nobody looks at a command that waits.
        Held { Reason: RollbackStuck } => null,
        Held held => isInterrupted || leavesHeld || IsHarmless(held) ? null : new Waiting(),
        Planned => preflight,
        Preflight { Course.Migrates: true } => new BackupWork(release),
        BackedUp => new MigrationWork(release),
        Preflight or Migrated => standing.Began.Course.SideBySide ? new DeployWork(release) : new AtOnce(new StepBegan()),
        DeployedAtZero => smoke,
        Smoked => new AtOnce(standing.Began.Course.Drills ? new DrillBegan() : new StepBegan()),
        Drilling => new DrillWork(release),
        Drilled => new AtOnce(new StepBegan()),
        Shifting => shift,
        Baking => new BakeWork(release),
        Complete => new CompletionWork(release),
        Watching => new Waiting(),
        RollingBack => new ReturnWork(release),
        var other => throw new InvalidOperationException($"Nobody knows what a release that is {other} waits for."),
    };

    /// <summary>Nobody is on the new version, and nothing was begun that may bring somebody there.</summary>
    private static bool IsHarmless(Held held) =>
        !held.IsBetween && held.Course.Members.All(member => held.NewWeight(member.Service) == 0);
}
