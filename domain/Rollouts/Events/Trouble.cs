namespace ReleaseInfra.Domain.Rollouts.Events;

/// <summary>The work that the state awaited has failed.</summary>
public sealed record WorkFailed(string What) : RolloutEvent, IRolloutEvent
{
    public static string Kind => "work failed";
}

/// <param name="Message">With the number and the limit.</param>
public sealed record GateFailed(string Message) : RolloutEvent, IRolloutEvent
{
    public static string Kind => "gate failed";
}

/// <summary>A gate is inconclusive or cannot be read: nothing failed, and nothing may pass.</summary>
public sealed record EvidenceMissing(string What) : RolloutEvent, IRolloutEvent
{
    public static string Kind => "evidence missing";
}

/// <summary>The release cannot end before the freeze begins.</summary>
public sealed record FreezeMet(string Freeze) : RolloutEvent, IRolloutEvent
{
    public static string Kind => "freeze met";
}

public sealed record TrafficChangedByOthers(string What) : RolloutEvent, IRolloutEvent
{
    public static string Kind => "traffic changed by others";
}

public sealed record ApprovalMissing : RolloutEvent, IRolloutEvent
{
    public static string Kind => "approval missing";
}

public sealed record DeadlinePassed : RolloutEvent, IRolloutEvent
{
    public static string Kind => "deadline passed";
}

/// <summary>The one who runs the release ended it by signal.</summary>
public sealed record Interrupted : RolloutEvent, IRolloutEvent
{
    public static string Kind => "interrupted";
}
