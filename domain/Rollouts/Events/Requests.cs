namespace ReleaseInfra.Domain.Rollouts.Events;

public sealed record Paused(string By, string Why) : RolloutEvent<Paused>, INamedEvent
{
    public static string Name => "paused";
}

public sealed record Resumed(string By) : RolloutEvent<Resumed>, INamedEvent
{
    public static string Name => "resumed";
}

/// <summary>As many have approved as the policy asks for.</summary>
public sealed record Approved(string By) : RolloutEvent<Approved>, INamedEvent
{
    public static string Name => "approved";
}

public sealed record AbortRequested(string By, string Why) : RolloutEvent<AbortRequested>, INamedEvent
{
    public static string Name => "abort requested";
}

public sealed record RollBackRequested(string By, string Why) : RolloutEvent<RollBackRequested>, INamedEvent
{
    public static string Name => "rollback requested";
}
