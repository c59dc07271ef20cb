using System.Collections.Immutable;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class ApprovalsReader
{
    private static readonly Key<int> Required = new("required", Form.Whole(0, 10));
    private static readonly Key<ImmutableArray<string>> Approvers =
        new Key<ImmutableArray<string>>("approvers", Form.List(Texts.Sentence)).Or([]);

    private static readonly Key<TimeSpan> ValidFor =
        new Key<TimeSpan>("validFor", Form.Duration(TimeSpan.FromMinutes(1), TimeSpan.FromHours(168))).Or(TimeSpan.FromHours(24));

    public static readonly SectionKey Key = new("approvals", new KeyTable(Required, Approvers, ValidFor));

    public static ApprovalSettings? Read(Section parent)
    {
        if (parent.Open(Key) is not { } section)
            return null;
        var approvals = new ApprovalSettings(section.Read(Required), section.Read(Approvers), section.Read(ValidFor));
        var named = section.IsSound ? approvals.Approvers.Distinct(StringComparer.Ordinal).Count() : int.MaxValue;
        if (approvals.Required > named)
            section.Problems.Add(SettingsProblems.TooFewApprovers(section.PlaceOf(Required), approvals.Required, named));
        return approvals;
    }
}
