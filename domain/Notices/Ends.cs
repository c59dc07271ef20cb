using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Domain.Notices;

public sealed record ReleaseRollingBack : ReleaseNotice
{
    internal ReleaseRollingBack(ReleaseStanding standing, RollingBack state, bool meant)
        : base(standing) => (Reason, Meant, From) = (state.Reason, meant, state.From.Words);

    public string Reason { get; }

    /// <summary>Whether somebody asked for it, or a freeze did; no user need have been hit.</summary>
    public bool Meant { get; }

    /// <summary>The words of the state that was left.</summary>
    public string From { get; }

    public override NoticeKind Kind => NoticeKind.RollingBack;

    public override NoticeSeverity Severity => Meant ? NoticeSeverity.Warning : NoticeSeverity.Critical;

    private protected override string Headline => $"Rolling back {Versions}";

    private protected override string Paragraph =>
        $"{NoticeText.Sentence(Reason)} The old version is given all the traffic again, within {NoticeText.Duration(Began.Course.Deadlines.RollBack)}. "
        + "There is nothing to do but to watch; another notice says when it is done.";

    private protected override IEnumerable<NoticeFact> Details =>
        base.Details.Append(new NoticeFact("Reason", Reason)).Append(new NoticeFact("Was", From));
}

public sealed record ReleaseRolledBack : ReleaseNotice
{
    internal ReleaseRolledBack(ReleaseStanding standing, RolledBack state)
        : base(standing) => Reason = state.Reason;

    public string Reason { get; }

    public override NoticeKind Kind => NoticeKind.RolledBack;

    public override NoticeSeverity Severity => NoticeSeverity.Warning;

    public override bool Settles => true;

    private protected override string Headline => $"{Versions} is rolled back";

    private protected override string Paragraph =>
        $"The old version has all the traffic again. Why: {NoticeText.Sentence(Reason)} The journal of the release has every measurement; "
        + "find the cause before the next release.";

    private protected override IEnumerable<NoticeFact> Details => base.Details.Append(Took).Append(new NoticeFact("Reason", Reason));
}

public sealed record ReleaseAborted : ReleaseNotice
{
    internal ReleaseAborted(ReleaseStanding standing, Aborted state)
        : base(standing) => Reason = state.Reason;

    public string Reason { get; }

    public override NoticeKind Kind => NoticeKind.Aborted;

    public override NoticeSeverity Severity => NoticeSeverity.Warning;

    public override bool Settles => true;

    private protected override string Headline => $"Release of {Versions} ended before it changed anything";

    private protected override string Paragraph => $"Nothing that runs was changed. Why: {NoticeText.Sentence(Reason)}";

    private protected override IEnumerable<NoticeFact> Details => base.Details.Append(Took).Append(new NoticeFact("Reason", Reason));
}
