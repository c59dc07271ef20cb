namespace ReleaseInfra.Domain.Rollouts.Events;

public sealed record PreflightPassed : RolloutEvent<PreflightPassed>, INamedEvent
{
    public static string Name => "preflight passed";
}

public sealed record BackupTaken : RolloutEvent<BackupTaken>, INamedEvent
{
    public static string Name => "backup taken";
}

public sealed record MigrationDone : RolloutEvent<MigrationDone>, INamedEvent
{
    public static string Name => "migration done";
}

/// <summary>Every service's new version runs, without traffic.</summary>
public sealed record NewVersionReady : RolloutEvent<NewVersionReady>, INamedEvent
{
    public static string Name => "new version ready";
}

public sealed record SmokePassed : RolloutEvent<SmokePassed>, INamedEvent
{
    public static string Name => "smoke passed";
}

public sealed record DrillBegan : RolloutEvent<DrillBegan>, INamedEvent
{
    public static string Name => "drill began";
}

/// <param name="Took">From the decision to the old version having all traffic.</param>
public sealed record DrillReturned(TimeSpan Took) : RolloutEvent<DrillReturned>, INamedEvent
{
    public static string Name => "drill returned";
}

public sealed record StepBegan : RolloutEvent<StepBegan>, INamedEvent
{
    public static string Name => "step began";
}

/// <summary>The service's weight was written, read back, and seen in its requests.</summary>
public sealed record ServiceMoved(string Service) : RolloutEvent<ServiceMoved>, INamedEvent
{
    public static string Name => "service moved";
}

/// <summary>After the whole bake.</summary>
public sealed record GatesPassed : RolloutEvent<GatesPassed>, INamedEvent
{
    public static string Name => "gates passed";
}

public sealed record WatchBegan : RolloutEvent<WatchBegan>, INamedEvent
{
    public static string Name => "watch began";
}

public sealed record WatchPassed : RolloutEvent<WatchPassed>, INamedEvent
{
    public static string Name => "watch passed";
}

/// <summary>The service's old version has all its traffic again, read back.</summary>
public sealed record ServiceReturned(string Service) : RolloutEvent<ServiceReturned>, INamedEvent
{
    public static string Name => "service returned";
}
