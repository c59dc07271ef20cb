using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Regressions;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Domain.Tests.Gates;

public sealed class RegressionRuleTests
{
    private static readonly EvidenceFloor Floor = new(5, 100);
    private static readonly RegressionTerms Terms = new();

    private static readonly RegressionTest Worse = RegressionTest.Begin.Observe(new Tally(900, 5), new Tally(100, 8));
    private static readonly RegressionTest Alike = RegressionTest.Begin.Observe(new Tally(900, 9), new Tally(100, 1));

    [Test]
    public void Judge_Worse() => Assert.That(RegressionRule.Judge(Worse, Terms, Floor), Is.EqualTo(Verdict.Failed(
        "The new version is worse: 8 of 100 requests failed (8 %), of the old one 5 of 900 (0.56 %), evidence 11704.46 of 20.")));

    [Test]
    public void Judge_Alike() => Assert.That(RegressionRule.Judge(Alike, Terms, Floor), Is.EqualTo(Verdict.Passed(
        "The new version is not seen to be worse: 1 of 100 requests failed (1 %), of the old one 9 of 900 (1 %), evidence 1 of 20.")));

    [TestCase(99, 900)]
    [TestCase(900, 99)]
    public void Judge_TooFewOfOne_IsInconclusive(long @new, long old)
    {
        var test = RegressionTest.Begin.Observe(new Tally(old, 0), new Tally(@new, 0));

        Assert.That(RegressionRule.Judge(test, Terms, Floor), Is.EqualTo(Verdict.Inconclusive(
            $"The new version was asked {@new} times and the old one {old} times; a comparison needs 100 of each.")));
    }

    [Test]
    public void Judge_WorseWithinTheTolerance_Passes() =>
        Assert.That(RegressionRule.Judge(Worse, new RegressionTerms(tolerance: 0.08), Floor).Outcome, Is.EqualTo(Outcome.Passed));

    [Test]
    public void Judge_OverwhelmingBelowTheFloor_Fails()
    {
        var test = RegressionTest.Begin.Observe(new Tally(500, 1), new Tally(40, 20));

        Assert.That(RegressionRule.Judge(test, Terms, Floor).Outcome, Is.EqualTo(Outcome.Failed));
    }

    [Test]
    public void JudgeAgainstBaseline_ABaselineWorseThanTheOldVersion_IsInconclusive() => Assert.That(
        RegressionRule.JudgeAgainstBaseline(Alike, control: Worse, Terms, Floor),
        Is.EqualTo(Verdict.Inconclusive(
            "A fresh copy of the old version is worse than the old one itself, so starting is what hurts: "
            + "8 of 100 requests failed (8 %), of the old one 5 of 900 (0.56 %), evidence 11704.46 of 20.")));

    [Test]
    public void JudgeAgainstBaseline_WorseThanTheBaseline_FailsWhateverTheControlSays() =>
        Assert.That(RegressionRule.JudgeAgainstBaseline(Worse, control: Worse, Terms, Floor).Outcome, Is.EqualTo(Outcome.Failed));

    [Test]
    public void JudgeAgainstBaseline_SoundControl_IsTheComparison() => Assert.That(
        RegressionRule.JudgeAgainstBaseline(Alike, control: Alike, Terms, Floor),
        Is.EqualTo(RegressionRule.Judge(Alike, Terms, Floor)));

    [TestCase(0)]
    [TestCase(1)]
    public void Rejects_AnAlphaThatIsNoChance(double alpha) =>
        Assert.That(() => new RegressionTerms(alpha), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void SharedBy_KeepsTheGroupsAlpha() => Assert.That(new RegressionTerms(0.06).SharedBy(3).Alpha, Is.EqualTo(0.02).Within(1e-12));
}
