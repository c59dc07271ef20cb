using ReleaseInfra.Rehearsal.Ingress;
using ReleaseInfra.Rehearsal.Running.Versions;

namespace ReleaseInfra.Rehearsal.Running;

/// <summary>What becomes of a version beside what its program does. All times are of the rehearsal's clock.</summary>
public sealed record VersionBehaviour
{
    public static VersionBehaviour Normal { get; } = new();

    /// <summary>Its probes find nothing for so long after each start.</summary>
    public TimeSpan StartsAfter { get; init; }

    /// <summary>It is killed so long after each start; zero is before its first probe. Null for never.</summary>
    public TimeSpan? CrashesAfter { get; init; }

    /// <summary>The same, for a reason that takes longer to come; null for never.</summary>
    public TimeSpan? OutOfMemoryEvery { get; init; }

    /// <summary>Its probes find nothing good, and its health path answers nobody well, though its other paths may.</summary>
    public bool IsUnhealthy { get; init; }

    /// <summary>Of what comes through the ingress.</summary>
    public BackendFault Fault { get; init; } = BackendFault.None;

    internal TimeSpan? KilledAfter => (CrashesAfter, OutOfMemoryEvery) switch
    {
        ({ } crash, { } memory) => crash < memory ? crash : memory,
        var (crash, memory) => crash ?? memory,
    };

    internal BackendFault FaultOf(RunnableVersion version) =>
        IsUnhealthy && version.HealthPath is { } path ? Fault with { UnhealthyPath = path } : Fault;
}
