namespace ReleaseInfra.Domain.Rollouts;

public enum Movement
{
    /// <summary>Two versions side by side: takes every step's weight.</summary>
    Weighed,

    /// <summary>
    /// One version, replaced where it stands: it cannot stand at 10 %, so it moves in the step of 100 %, and runs beside both
    /// versions of the others until then.
    /// </summary>
    InPlace,
}
