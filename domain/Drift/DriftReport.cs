using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Drift;

/// <param name="Checked">Apps, revisions, jobs, sites and slots that were looked for.</param>
/// <param name="Findings">In the order of the services; what belongs to none comes last.</param>
/// <param name="Unknown">What could not be compared. It is no drift, and it is not proved to be none.</param>
public sealed record DriftReport(int Checked, ImmutableArray<DriftFinding> Findings, ImmutableArray<UnknownImage> Unknown)
{
    /// <summary>Whether of all that is declared nothing was found.</summary>
    public bool IsNothingThere => Checked > 0 && Findings.Count(finding => finding.Kind == DriftKind.Missing) == Checked;
}

/// <summary>An image that is pinned to a digest, where nothing names the tag beside it.</summary>
public sealed record UnknownImage(string Service, string Resource, string Expected, string Live);
