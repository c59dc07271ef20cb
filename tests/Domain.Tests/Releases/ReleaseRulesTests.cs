using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Releases.Reading;
using ReleaseInfra.Domain.Releases.Rules;
using ReleaseInfra.Domain.Settings.Reading;
using ReleaseInfra.Domain.Tests.Documents;

namespace ReleaseInfra.Domain.Tests.Releases;

/// <summary>Rules over two releases: the one before and the next, or staging's and production's.</summary>
public sealed class ReleaseRulesTests
{
    private const string Settled = """{"web":{"newest":"green","blue":{"tag":"v1.2.2"},"green":{"tag":"v1.2.3","weight":100}}}""";
    private const string Shifting = """{"web":{"newest":"green","blue":{"tag":"v1.2.2","weight":90},"green":{"tag":"v1.2.3","weight":10}}}""";

    [TestCase("the same", Settled, Settled)]
    [TestCase("a new tag in the idle slot", Settled, """{"web":{"newest":"blue","blue":{"tag":"v1.2.4"},"green":{"tag":"v1.2.3","weight":100}}}""")]
    [TestCase("the same tag again", Settled, """{"web":{"newest":"blue","blue":{"tag":"v1.2.2","revision":2},"green":{"tag":"v1.2.3","weight":100}}}""")]
    [TestCase("weights", Shifting, Settled)]
    [TestCase("all weight back", Shifting, """{"web":{"newest":"green","blue":{"tag":"v1.2.2","weight":100},"green":{"tag":"v1.2.3"}}}""")]
    [TestCase("the idle slot emptied", Settled, """{"web":{"newest":"green","green":{"tag":"v1.2.3","weight":100}}}""")]
    [TestCase("a service more", Settled, """{"web":{"newest":"green","blue":{"tag":"v1.2.2"},"green":{"tag":"v1.2.3","weight":100}},"api":{"newest":"blue","blue":{"tag":"v1.2.4","weight":100}}}""")]
    [TestCase("another form", """{"web":{"tag":"v1.2.3"}}""", Settled)]
    public void Check_Allows(string what, string before, string after) => Assert.That(Between(before, after), Is.Empty, what);

    [TestCase(
        Settled,
        """{"web":{"newest":"green","blue":{"tag":"v1.2.2"},"green":{"tag":"v1.2.4","weight":100}}}""",
        "RI2010 web.green.tag: green of 'web' carries 100 % of the traffic and would change from v1.2.3 to v1.2.4.")]
    [TestCase(
        Settled,
        """{"web":{"newest":"green","blue":{"tag":"v1.2.2"},"green":{"tag":"v1.2.3","revision":2,"weight":100}}}""",
        "RI2010 web.green.revision: green of 'web' carries 100 % of the traffic and would change from v1.2.3 to v1.2.3 revision 2.")]
    [TestCase(
        Shifting,
        """{"web":{"newest":"blue","blue":{"tag":"v1.2.4"},"green":{"tag":"v1.2.3","weight":100}}}""",
        "RI2010 web.blue.tag: blue of 'web' carries 90 % of the traffic and would change from v1.2.2 to v1.2.4.")]
    [TestCase(
        Settled,
        """{"web":{"newest":"blue","blue":{"tag":"v1.2.2","weight":100}}}""",
        "RI2010 web.green.tag: green of 'web' carries 100 % of the traffic and would change from v1.2.3 to no tag.")]
    [TestCase(
        Settled,
        """{"web":{"newest":"green","blue":{"tag":"v1.2.4"},"green":{"tag":"v1.2.3","weight":100}}}""",
        "RI2012 web.newest: blue of 'web' would change, and only the newest slot's revision is made.")]
    [TestCase(
        Settled,
        """{"web":{"newest":"blue","blue":{"tag":"v1.2.2","weight":100},"green":{"tag":"v1.2.3"}}}""",
        "RI2013 web.newest: newest of 'web' would go back to blue, whose revision for v1.2.2 exists and cannot be made again.")]
    public void Check_Refuses(string before, string after, string expected) => Assert.That(Between(before, after), Is.EqualTo(new[] { expected }));

    [Test]
    public void Check_BothSlotsChanged_IsOneProblem()
    {
        // Neither carries traffic: this service's traffic has never been switched on.
        const string before = """{"web":{"newest":"green","blue":{"tag":"v1.2.2"},"green":{"tag":"v1.2.3"}}}""";
        const string after = """{"web":{"newest":"green","blue":{"tag":"v1.2.4"},"green":{"tag":"v1.2.5","weight":100}}}""";
        var problems = new ProblemList();
        var previous = new ReleaseSettings(Release(before).Services.SetItem("web", new BlueGreenRelease(
            Slot.Green,
            new SlotRelease(ImageTag.Parse("v1.2.2"), 1, 0),
            new SlotRelease(ImageTag.Parse("v1.2.3"), 1, 0))));

        BetweenReleases.Check(Written.Json(after), previous, Release(after), _ => true, problems);

        Assert.That(Lines(problems), Is.EqualTo(new[]
        {
            "RI2011 web: Both slots of 'web' would change at once, which leaves nothing to go back to.",
        }));
    }

    // A site's slots are resources of their own: each exists whether it is the newest or not.
    [Test]
    public void Check_SlotsWithoutRevisions_TakeAnyNewest() => Assert.That(
        Between(Settled, """{"web":{"newest":"blue","blue":{"tag":"v1.2.2","weight":100},"green":{"tag":"v1.2.3"}}}""", hasRevisions: false),
        Is.Empty);

    [TestCase(null, "v1.2.3", "the newest of staging")]
    [TestCase(null, "v1.2.2", "what staging ran before")]
    [TestCase(null, "v1.2.1", "what staging has gone past, which production may have run for long")]
    [TestCase("v1.1.0", "v1.1.0", "what production runs")]
    public void Promotion_Allows(string? running, string tag, string why) =>
        Assert.That(Promote(running, Production(tag), new StagingRelease(Release(Settled))), Is.Empty, why);

    [TestCase(null, "v1.2.4")]
    [TestCase("v1.2.2", "v1.2.4")]
    [TestCase("v1.2.2", "v1.2.1")]
    [TestCase(null, "sha-0123456789abcdef0123456789abcdef01234567")]
    public void Promotion_Refuses(string? running, string tag) => Assert.That(
        Promote(running, Production(tag), new StagingRelease(Release(Settled))),
        Is.EqualTo(new[] { $"RI2014 web.blue.tag: Staging has not run {tag} of 'web' with all traffic." }));

    [Test]
    public void Promotion_WhileStagingShifts_RefusesTheVersionOnItsWay() => Assert.That(
        Promote(null, Production("v1.2.3"), new StagingRelease(Release(Shifting))),
        Is.EqualTo(new[] { "RI2014 web.blue.tag: Staging has not run v1.2.3 of 'web' with all traffic." }));

    [Test]
    public void Promotion_ServiceThatStagingLacks_IsNotProved() => Assert.That(
        Promote(null, Production("v1.2.3"), new StagingRelease(Release("""{"worker":{"tag":"v1.2.3"}}"""))),
        Is.EqualTo(new[] { "RI2014 web.blue.tag: Staging has not run v1.2.3 of 'web' with all traffic." }));

    [Test]
    public void Promotion_StagingUnreadable_ProvesNothing() => Assert.That(
        Promote(null, Production("v1.2.3"), new StagingUnknown("Pulumi.staging.yaml")),
        Is.EqualTo(new[] { "RI2015 : Pulumi.staging.yaml cannot be read, so nothing says what staging has run." }));

    [Test]
    public void Promotion_ElsewhereThanInProduction_NeedsNoEvidence() =>
        Assert.That(Promote(null, Production("v9.9.9"), new NoEvidenceNeeded()), Is.Empty);

    private static string Production(string tag) =>
        $$$"""{"web": { "newest": "blue", "blue": { "tag": "{{{tag}}}", "weight": 100 } } }""";

    private static IEnumerable<string> Between(string before, string after, bool hasRevisions = true)
    {
        var problems = new ProblemList();
        BetweenReleases.Check(Written.Json(after), Release(before), Release(after), _ => hasRevisions, problems);
        return Lines(problems);
    }

    private static IEnumerable<string> Promote(string? running, string next, StagingEvidence evidence)
    {
        var problems = new ProblemList();
        PromotionRule.Check(Written.Json(next), running is null ? null : Release(Production(running)), Release(next), evidence, problems);
        return Lines(problems);
    }

    private static IEnumerable<string> Lines(ProblemList problems) =>
        problems.Sorted().Select(problem => $"{problem.Code} {problem.Path}: {problem.Message}");

    private static ReleaseSettings Release(string json)
    {
        var written = Written.Json($$"""{"release-infra:release":{{json}}}""");
        return ReleaseReader.Read(new Section(written, new ProblemList()), _ => ReleaseForm.Unknown, []);
    }
}
