using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;

namespace ReleaseInfra.Domain.Notices;

/// <summary>About one release.</summary>
public abstract record ReleaseNotice : Notice
{
    private protected ReleaseNotice(ReleaseStanding standing)
        : base(standing.Began.Stack.Name, standing.LastAt) => (Began, BeganAt) = (standing.Began, standing.BeganAt);

    public ReleaseBegan Began { get; }

    public DateTimeOffset BeganAt { get; }

    public sealed override string Topic => Began.Id.Text;

    private protected string Versions => NoticeText.Versions(Began);

    /// <summary>What every notice of a release says of it, wherever it is read.</summary>
    private protected override IEnumerable<NoticeFact> Details =>
    [
        new("Release", Began.Id.Text),
        new("Changes", NoticeText.Changes(Began)),
        new("By", Began.By),
        new("Why", Began.Why),
    ];

    private protected NoticeFact Took => new("Took", NoticeText.Duration(At - BeganAt));

    /// <summary>As in <c>release resume production</c>.</summary>
    private protected string Command(string verb) => $"'release {verb} {Stack}'";

    private protected string BackCommand => $"'release rollback {Stack} --reason …'";
}
