using System.Collections.Immutable;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Approvals;

/// <param name="Required">People other than the one who releases; 0 for none.</param>
/// <param name="Approvers">Who counts; empty for anyone.</param>
/// <param name="ValidFor">From an approval to the moment at which it counts no more.</param>
public sealed record ApprovalTerms(int Required, ImmutableArray<string> Approvers, TimeSpan ValidFor)
{
    /// <summary>A hotfix passes freezes, so somebody else must have seen it; a security fix waits for nobody more than usual.</summary>
    public static ApprovalTerms Of(ApprovalSettings settings, ReleaseKind kind) =>
        new(kind is Hotfix ? Math.Max(1, settings.Required) : settings.Required, settings.Approvers, settings.ValidFor);
}
