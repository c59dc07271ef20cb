namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>What a sidecar in front of the process does to requests.</summary>
/// <param name="ErrorShare">0 to 1: that share of requests is answered 500, and the process never sees them.</param>
/// <param name="Delay">Of each request, before anything else.</param>
public sealed record BackendFault(double ErrorShare, TimeSpan Delay)
{
    public static BackendFault None { get; } = new(0, TimeSpan.Zero);

    /// <summary>The path that is answered 503, without the process; null for none.</summary>
    public string? UnhealthyPath { get; init; }
}
