using ReleaseInfra.Domain.Rollouts.Events;

namespace ReleaseInfra.Domain.Rollouts.States;

/// <summary>Waits for the checks before anything is done.</summary>
public sealed record Planned : RolloutState
{
    internal Planned(RolloutCourse course)
        : base(course)
    {
    }

    public override string Words => "planned";

    public override TimeSpan? Deadline => Course.Deadlines.Proof;

    public override bool Touched => false;

    private protected override IEnumerable<Transition> Transitions =>
    [
        Transition.On<PreflightPassed>(_ => new Preflight(Course)),
        Transition.On<ApprovalMissing>(_ => Hold(new AwaitsApproval("the start"))),
        FreezeHolds,
        .. WaysOut,
    ];
}

/// <summary>The checks passed; waits for the backup, or where nothing is migrated for the new version.</summary>
public sealed record Preflight : RolloutState
{
    internal Preflight(RolloutCourse course)
        : base(course)
    {
    }

    public override string Words => "past preflight";

    public override TimeSpan? Deadline => Course.Migrates ? Course.Deadlines.Backup : Course.Deadlines.Deploy;

    public override bool Touched => !Course.Migrates;

    private protected override IEnumerable<Transition> Transitions =>
    [
        .. Course.Migrates ? [Transition.On<BackupTaken>(_ => new BackedUp(Course))] : new[] { Deploys.Of(this, EnterStep), Breach },
        FreezeHolds,
        .. WaysOut,
    ];
}

/// <summary>Waits for the migration, which is never undone: it only adds, so the old version runs on either schema.</summary>
public sealed record BackedUp : RolloutState
{
    internal BackedUp(RolloutCourse course)
        : base(course)
    {
    }

    public override string Words => "backed up";

    public override TimeSpan? Deadline => Course.Deadlines.Migration;

    public override bool Touched => false;

    private protected override IEnumerable<Transition> Transitions =>
        [Transition.On<MigrationDone>(_ => new Migrated(Course)), FreezeHolds, .. WaysOut];
}

/// <summary>Waits for the new version.</summary>
public sealed record Migrated : RolloutState
{
    internal Migrated(RolloutCourse course)
        : base(course)
    {
    }

    public override string Words => "migrated";

    public override TimeSpan? Deadline => Course.Deadlines.Deploy;

    public override bool Touched => true;

    private protected override IEnumerable<Transition> Transitions => [Deploys.Of(this, EnterStep), Breach, FreezeHolds, .. WaysOut];
}

internal static class Deploys
{
    /// <summary>Without slots there is no new version to look at before it has all traffic: the step is the deployment.</summary>
    public static Transition Of(RolloutState state, Func<int, RolloutState> enterStep) => state.Course.SideBySide
        ? Transition.On<NewVersionReady>(_ => new DeployedAtZero(state.Course))
        : Transition.On<StepBegan>(_ => enterStep(0));
}
