namespace ReleaseInfra.Domain.Gates;

public enum Outcome
{
    Passed,
    Failed,

    /// <summary>Measured, and it neither passes nor fails: too few, too old, not all.</summary>
    Inconclusive,

    /// <summary>Could not be measured.</summary>
    Errored,
}
