using ReleaseInfra.Domain.Gates;

namespace ReleaseInfra.Domain.Tests.Gates;

/// <summary>The bake is five minutes, and ten are all that there are.</summary>
public sealed class StepDecisionTests
{
    private static readonly Verdict Passed = Verdict.Passed("fine.");
    private static readonly Verdict Failed = Verdict.Failed("broken.");
    private static readonly Verdict Inconclusive = Verdict.Inconclusive("too few.");
    private static readonly Verdict Errored = Verdict.Errored("unreadable.");

    private static readonly TestCaseData[] Cases =
    [
        Case("failed at once", Failed, 0, new StepFailed("broken.")),
        Case("failed after the bake", Failed, 5, new StepFailed("broken.")),
        Case("failed when time is up", Failed, 10, new StepFailed("broken.")),
        Case("passed before the bake's end", Passed, 4.99, new MeasureOn()),
        Case("passed at the bake's end", Passed, 5, new StepPassed()),
        Case("passed late", Passed, 10, new StepPassed()),
        Case("inconclusive before the bake's end", Inconclusive, 1, new MeasureOn()),
        Case("inconclusive, and there is time", Inconclusive, 9.99, new MeasureOn()),
        Case("inconclusive when time is up", Inconclusive, 10, new StepUnproved("too few.")),
        Case("errored, and there is time", Errored, 9.99, new MeasureOn()),
        Case("errored when time is up", Errored, 10, new StepUnproved("unreadable.")),
    ];

    [TestCaseSource(nameof(Cases))]
    public void Of(Verdict joint, TimeSpan measured, StepDecision expected) => Assert.That(
        StepDecision.Of(joint, measured, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10)), Is.EqualTo(expected));

    [Test]
    public void Of_NoGateAtAll_IsNoPass() => Assert.That(
        StepDecision.Of(Verdict.Joint([]), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10)),
        Is.EqualTo(new StepUnproved("No gate has judged.")));

    // A bake that ends when time does: nothing is unproved that passes.
    [Test]
    public void Of_ABakeAsLongAsThereIsTime_Passes() => Assert.That(
        StepDecision.Of(Passed, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5)), Is.EqualTo(new StepPassed()));

    private static TestCaseData Case(string name, Verdict joint, double minutes, StepDecision expected) =>
        new TestCaseData(joint, TimeSpan.FromMinutes(minutes), expected).SetArgDisplayNames(name);
}
