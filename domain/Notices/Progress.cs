using System.Collections.Immutable;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Domain.Notices;

public sealed record ReleaseStarted : ReleaseNotice
{
    internal ReleaseStarted(ReleaseStanding standing)
        : base(standing)
    {
    }

    public override NoticeKind Kind => NoticeKind.Started;

    public override NoticeSeverity Severity => NoticeSeverity.Info;

    private protected override string Headline => $"Release of {Versions} started";

    private protected override string Paragraph =>
        $"{Began.By} releases {Versions} to {Stack}: {NoticeText.Sentence(Began.Why)}{Haste} The new version takes {Weights} of the traffic, "
        + $"each only while its gates pass. It is done at {NoticeText.Time(Earliest)} at the earliest; no downtime is expected.";

    private string Haste => Began.Release switch
    {
        Hotfix hotfix => $" It is a hotfix: {NoticeText.Sentence(hotfix.Reason)}",
        SecurityRelease security => $" It is a security fix: {NoticeText.Sentence(security.Reason)}",
        _ => "",
    };

    private string Weights => string.Join(", then ", Began.Course.Steps.Select(step => $"{step.Weight} %"));

    private DateTimeOffset Earliest => Began.Course.Steps.Aggregate(At, (time, step) => time + step.Bake) + Began.Course.Deadlines.Watch;
}

public sealed record StepDone : ReleaseNotice
{
    internal StepDone(ReleaseStanding standing, int weight, ImmutableArray<NoticeFact> measured)
        : base(standing) => (Weight, Measured) = (weight, measured);

    /// <summary>Percent of the traffic at which the new version was judged good.</summary>
    public int Weight { get; }

    /// <summary>What the gates said last.</summary>
    public ImmutableArray<NoticeFact> Measured { get; }

    public override NoticeKind Kind => NoticeKind.StepDone;

    public override NoticeSeverity Severity => NoticeSeverity.Info;

    private protected override string Headline => $"{Versions} is good at {Weight} %";

    private protected override string Paragraph => Began.Course.Steps.FirstOrDefault(step => step.Weight > Weight) is { } next
        ? $"Every gate of the step of {Weight} % passed. The next step is {next.Weight} %."
        : $"Every gate of the last step passed, and all traffic is on the new version. It is watched for {NoticeText.Duration(Began.Course.Deadlines.Watch)} more.";

    private protected override IEnumerable<NoticeFact> Details => base.Details.Concat(Measured);
}

public sealed record ReleaseDone : ReleaseNotice
{
    internal ReleaseDone(ReleaseStanding standing, ImmutableArray<NoticeFact> measured)
        : base(standing) => Measured = measured;

    /// <inheritdoc cref="StepDone.Measured"/>
    public ImmutableArray<NoticeFact> Measured { get; }

    public override NoticeKind Kind => NoticeKind.Done;

    public override NoticeSeverity Severity => NoticeSeverity.Info;

    public override bool Settles => true;

    private protected override string Headline => $"Release of {Versions} done";

    private protected override string Paragraph =>
        $"{Versions} has all the traffic of {Stack} and stood the watch. If something is wrong after all, {BackCommand} still goes back.";

    private protected override IEnumerable<NoticeFact> Details => base.Details.Append(Took).Concat(Measured);
}
