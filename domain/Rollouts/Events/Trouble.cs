namespace ReleaseInfra.Domain.Rollouts.Events;

/// <summary>The work that the state awaited has failed.</summary>
public sealed record WorkFailed(string What) : RolloutEvent<WorkFailed>, INamedEvent
{
    public static string Name => "work failed";
}

/// <param name="Message">With the number and the limit.</param>
public sealed record GateFailed(string Message) : RolloutEvent<GateFailed>, INamedEvent
{
    public static string Name => "gate failed";
}

/// <summary>A gate is inconclusive or cannot be read: nothing failed, and nothing may pass.</summary>
public sealed record EvidenceMissing(string What) : RolloutEvent<EvidenceMissing>, INamedEvent
{
    public static string Name => "evidence missing";
}

/// <summary>The release cannot end before the freeze begins.</summary>
public sealed record FreezeMet(string Freeze) : RolloutEvent<FreezeMet>, INamedEvent
{
    public static string Name => "freeze met";
}

public sealed record TrafficChangedByOthers(string What) : RolloutEvent<TrafficChangedByOthers>, INamedEvent
{
    public static string Name => "traffic changed by others";
}

public sealed record ApprovalMissing : RolloutEvent<ApprovalMissing>, INamedEvent
{
    public static string Name => "approval missing";
}

public sealed record DeadlinePassed : RolloutEvent<DeadlinePassed>, INamedEvent
{
    public static string Name => "deadline passed";
}

/// <summary>The one who runs the release ended it by signal.</summary>
public sealed record Interrupted : RolloutEvent<Interrupted>, INamedEvent
{
    public static string Name => "interrupted";
}
