namespace ReleaseInfra.Rehearsal.Arm.Faults;

/// <summary>Which calls go wrong, and how.</summary>
/// <param name="On">A call that it does not fit is not counted.</param>
public sealed record ArmFaultRule(CallMatch On, ArmFault Fault)
{
    /// <summary>Calls that go well first.</summary>
    public int After { get; init; }

    /// <summary>Calls that go wrong then.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Of those that come then, each so-many-th goes wrong, the first one among them; 1 for each.</summary>
    public int Every { get; init; } = 1;

    /// <summary>Whether the call does its work and only the answer is lost, as a gateway loses it.</summary>
    public bool AfterEffect { get; init; }
}
