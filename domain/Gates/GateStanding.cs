namespace ReleaseInfra.Domain.Gates;

/// <summary>Where a gate stands between two measurements.</summary>
public abstract record GateStanding
{
    private protected GateStanding()
    {
    }
}

public sealed record StillMeasuring : GateStanding;

/// <summary>A gate that has passed is measured on while anything waits, and may still fail.</summary>
public sealed record Decided(Verdict Verdict) : GateStanding;
