using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Journal.Replays;

/// <param name="Decisions">How many were judged again; none is no agreement.</param>
/// <param name="Findings">By number.</param>
public sealed record ReplayResult(int Decisions, ImmutableArray<ReplayFinding> Findings)
{
    public bool Agrees => Decisions > 0 && Findings.IsEmpty;
}
