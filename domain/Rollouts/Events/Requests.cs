namespace ReleaseInfra.Domain.Rollouts.Events;

public sealed record Paused(string By, string Why) : RolloutEvent, IRolloutEvent
{
    public static string Kind => "paused";
}

public sealed record Resumed(string By) : RolloutEvent, IRolloutEvent
{
    public static string Kind => "resumed";
}

/// <summary>As many have approved as the policy asks for.</summary>
public sealed record Approved(string By) : RolloutEvent, IRolloutEvent
{
    public static string Kind => "approved";
}

public sealed record AbortRequested(string By, string Why) : RolloutEvent, IRolloutEvent
{
    public static string Kind => "abort requested";
}

public sealed record RollBackRequested(string By, string Why) : RolloutEvent, IRolloutEvent
{
    public static string Kind => "rollback requested";
}
