using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Domain.Notices;

/// <summary>Stands still, and says what makes it go on.</summary>
public abstract record HoldNotice : ReleaseNotice
{
    private protected HoldNotice(ReleaseStanding standing, Held held)
        : base(standing) => (Reason, Until) = (held.Reason, standing.Since + held.Deadline!.Value);

    public HoldReason Reason { get; }

    /// <summary>When it goes its own way: forward never.</summary>
    public DateTimeOffset Until { get; }

    private protected string Otherwise => $"If nobody does anything, it is given up at {NoticeText.Time(Until)}, and goes back if anything was changed.";

    private protected override IEnumerable<NoticeFact> Details =>
        base.Details.Append(new NoticeFact("Held", Reason.Words)).Append(new NoticeFact("Until", NoticeText.Time(Until)));
}

public sealed record ApprovalNeeded : HoldNotice
{
    internal ApprovalNeeded(ReleaseStanding standing, Held held, AwaitsApproval awaits)
        : base(standing, held) => For = awaits.For;

    /// <summary>As in <c>the step of 50 %</c>.</summary>
    public string For { get; }

    public override NoticeKind Kind => NoticeKind.ApprovalNeeded;

    public override NoticeSeverity Severity => NoticeSeverity.Warning;

    private protected override string Headline => $"Approval needed for {For} of {Versions}";

    private protected override string Paragraph =>
        $"The release waits until an approver who is not {Began.By} agrees to {For}. {Command("status")} shows its plan and what was measured. {Otherwise}";

    private protected override IEnumerable<NoticeFact> Details => base.Details.Append(new NoticeFact("Plan", Began.PlanHash));
}

public sealed record FreezeMetNotice : HoldNotice
{
    internal FreezeMetNotice(ReleaseStanding standing, Held held, WaitsForFreeze waits)
        : base(standing, held) => Freeze = waits.Freeze;

    public string Freeze { get; }

    public override NoticeKind Kind => NoticeKind.FreezeMet;

    public override NoticeSeverity Severity => NoticeSeverity.Warning;

    private protected override string Headline => $"Release of {Versions} met the freeze '{Freeze}'";

    private protected override string Paragraph =>
        $"The release could not end before the freeze '{Freeze}', and waits where no user sees the new version. After the freeze {Command("resume")} goes on. {Otherwise}";
}

public sealed record ReleaseHeld : HoldNotice
{
    internal ReleaseHeld(ReleaseStanding standing, Held held)
        : base(standing, held)
    {
    }

    public override NoticeKind Kind => NoticeKind.Held;

    public override NoticeSeverity Severity =>
        Reason is RollbackStuck or ForeignTraffic ? NoticeSeverity.Critical : NoticeSeverity.Warning;

    private protected override string Headline => Reason is RollbackStuck
        ? $"Rollback of {Versions} is stuck"
        : $"Release of {Versions} is held";

    private protected override string Paragraph => Reason switch
    {
        RollbackStuck => $"Held: {NoticeText.Sentence(Reason.Words)} Put right what is in its way; {Command("resume")} then tries again. "
            + $"At {NoticeText.Time(Until)} it is tried again in any case.",
        ForeignTraffic => $"Held: {NoticeText.Sentence(Reason.Words)} {Command("drift")} shows what Azure has now. Find out who did it, and why; "
            + $"{Command("resume")} then goes on, and {BackCommand} goes back. {Otherwise}",
        LacksEvidence => $"Held: {NoticeText.Sentence(Reason.Words)} Nothing failed, and nothing may pass. Once it can be measured, {Command("resume")} goes on; "
            + $"{BackCommand} goes back. {Otherwise}",
        _ => $"Held: {NoticeText.Sentence(Reason.Words)} {Command("resume")} goes on, and {BackCommand} goes back. {Otherwise}",
    };
}
