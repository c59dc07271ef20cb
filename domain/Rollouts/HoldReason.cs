namespace ReleaseInfra.Domain.Rollouts;

/// <summary>Why a release stands still.</summary>
public abstract record HoldReason
{
    private protected HoldReason()
    {
    }

    /// <summary>As part of "held: ...".</summary>
    public abstract string Words { get; }
}

/// <param name="For">As in <c>the step of 50 %</c>.</param>
public sealed record AwaitsApproval(string For) : HoldReason
{
    public override string Words => $"approval is needed for {For}";
}

public sealed record LacksEvidence(string What) : HoldReason
{
    public override string Words => $"no evidence: {What}";
}

public sealed record WaitsForFreeze(string Freeze) : HoldReason
{
    public override string Words => $"the freeze '{Freeze}'";
}

public sealed record ForeignTraffic(string What) : HoldReason
{
    public override string Words => $"traffic was changed by others: {What}";
}

public sealed record PausedByHand(string By, string Why) : HoldReason
{
    public override string Words => $"paused by {By}: {Why}";
}

public sealed record InterruptedRun : HoldReason
{
    public override string Words => "interrupted";
}

/// <summary>The one hold in which the way back itself is broken: people are needed.</summary>
public sealed record RollbackStuck(string What) : HoldReason
{
    public override string Words => $"the rollback is stuck: {What}";
}
