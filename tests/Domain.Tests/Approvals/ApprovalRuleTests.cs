using ReleaseInfra.Domain.Approvals;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Tests.Approvals;

public sealed class ApprovalRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly ApprovalTerms Two = new(2, ["captain", "lead", "ada"], TimeSpan.FromHours(24));

    [Test]
    public void Judge_Enough() => Assert.That(
        ((Granted)Judge(Two, Of("lead", 2), Of("captain", 1))).By,
        Is.EqualTo(new[] { "lead", "captain" }));

    [Test]
    public void Judge_NobodyNeeded() => Assert.That(((Granted)Judge(Two with { Required = 0 })).By, Is.Empty);

    [Test]
    public void Judge_OneMissing()
    {
        var needed = (StillNeeded)Judge(Two, Of("lead", 2));

        Assert.That((needed.Missing, needed.From.Single(), needed.NotCounted.Length), Is.EqualTo((1, "captain", 0)));
    }

    [Test]
    public void Judge_OnePersonTwice_CountsOnce() =>
        Assert.That(((StillNeeded)Judge(Two, Of("lead", 3), Of("Lead", 2), Of("LEAD", 1))).Missing, Is.EqualTo(1));

    private static readonly TestCaseData[] NotCounted =
    [
        Case("another plan", Of("lead", 1) with { PlanHash = "9f9f" }, "lead has seen another plan, 9f9f."),
        Case("the requester", Of("ada", 1), "ada releases, and cannot approve."),
        Case("the requester in capitals", Of("ADA", 1), "ADA releases, and cannot approve."),
        Case("no approver", Of("eve", 1), "eve is no approver."),
        Case("expired", Of("lead", 24), "lead answered at 2026-11-19 12:00:00Z, and that has expired."),
        Case("from the future", Of("lead", -1), "lead answered in the future, at 2026-11-20 13:00:00Z."),
        Case("a refusal by someone else", Of("eve", 1) with { Agrees = false }, "eve is no approver."),
    ];

    [TestCaseSource(nameof(NotCounted))]
    public void Judge_WordsThatDoNotCount(Approval word, string reason)
    {
        var needed = (StillNeeded)Judge(Two, Of("captain", 1), word);

        Assert.That((needed.Missing, needed.NotCounted.Single()), Is.EqualTo((1, reason)));
    }

    [Test]
    public void Judge_JustNotExpired() =>
        Assert.That(Judge(Two with { Required = 1 }, Of("lead", 24) with { At = Now - TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1) }), Is.TypeOf<Granted>());

    [Test]
    public void Judge_ARefusal_OutweighsAnyNumber() =>
        Assert.That(Judge(Two with { Required = 1 }, Of("lead", 1), Of("captain", 2) with { Agrees = false }), Is.EqualTo(new Refused("captain")));

    [Test]
    public void Judge_TheLastWordOfAPersonCounts()
    {
        Assert.That(Judge(Two with { Required = 1 }, Of("lead", 1) with { Agrees = false }, Of("lead", 2)), Is.EqualTo(new Refused("lead")));
        Assert.That(Judge(Two with { Required = 1 }, Of("lead", 1), Of("lead", 2) with { Agrees = false }), Is.TypeOf<Granted>());
    }

    [Test]
    public void Judge_NobodyNamed_TakesAnyoneButTheRequester()
    {
        var anyone = Two with { Required = 1, Approvers = [] };

        Assert.That(((Granted)Judge(anyone, Of("eve", 1))).By, Is.EqualTo(new[] { "eve" }));
        Assert.That(((StillNeeded)Judge(anyone, Of("ada", 1))).From, Is.Empty);
    }

    [Test]
    public void Of_AHotfix_NeedsSomebodyElse()
    {
        var none = new ApprovalSettings(0, [], TimeSpan.FromHours(8));
        ReleaseKind[] kinds = [new RegularRelease(), new Hotfix("customers cannot pay"), new SecurityRelease("CVE-2026-1")];

        Assert.That(kinds.Select(kind => ApprovalTerms.Of(none, kind).Required), Is.EqualTo(new[] { 0, 1, 0 }));
        Assert.That(ApprovalTerms.Of(none with { Required = 2 }, kinds[1]), Is.EqualTo(new ApprovalTerms(2, [], TimeSpan.FromHours(8))));
    }

    private static ApprovalDecision Judge(ApprovalTerms terms, params Approval[] given) => ApprovalRule.Judge(terms, "3f2a", "ada", given, Now);

    private static Approval Of(string by, int hoursAgo) => new(by, "3f2a", Now - TimeSpan.FromHours(hoursAgo));

    private static TestCaseData Case(string name, Approval word, string reason) => new TestCaseData(word, reason).SetArgDisplayNames(name);
}
