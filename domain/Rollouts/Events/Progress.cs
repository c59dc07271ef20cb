namespace ReleaseInfra.Domain.Rollouts.Events;

public sealed record PreflightPassed : RolloutEvent, IRolloutEvent
{
    public static string Kind => "preflight passed";
}

public sealed record BackupTaken : RolloutEvent, IRolloutEvent
{
    public static string Kind => "backup taken";
}

public sealed record MigrationDone : RolloutEvent, IRolloutEvent
{
    public static string Kind => "migration done";
}

/// <summary>Every service's new version runs, without traffic.</summary>
public sealed record NewVersionReady : RolloutEvent, IRolloutEvent
{
    public static string Kind => "new version ready";
}

public sealed record SmokePassed : RolloutEvent, IRolloutEvent
{
    public static string Kind => "smoke passed";
}

public sealed record DrillBegan : RolloutEvent, IRolloutEvent
{
    public static string Kind => "drill began";
}

/// <param name="Took">From the decision to the old version having all traffic.</param>
public sealed record DrillReturned(TimeSpan Took) : RolloutEvent, IRolloutEvent
{
    public static string Kind => "drill returned";
}

public sealed record StepBegan : RolloutEvent, IRolloutEvent
{
    public static string Kind => "step began";
}

/// <summary>The service's weight was written, read back, and seen in its requests.</summary>
public sealed record ServiceMoved(string Service) : RolloutEvent, IRolloutEvent
{
    public static string Kind => "service moved";
}

/// <summary>After the whole bake.</summary>
public sealed record GatesPassed : RolloutEvent, IRolloutEvent
{
    public static string Kind => "gates passed";
}

public sealed record WatchBegan : RolloutEvent, IRolloutEvent
{
    public static string Kind => "watch began";
}

public sealed record WatchPassed : RolloutEvent, IRolloutEvent
{
    public static string Kind => "watch passed";
}

/// <summary>The service's old version has all its traffic again, read back.</summary>
public sealed record ServiceReturned(string Service) : RolloutEvent, IRolloutEvent
{
    public static string Kind => "service returned";
}
