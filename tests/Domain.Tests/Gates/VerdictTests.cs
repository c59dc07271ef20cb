using ReleaseInfra.Domain.Gates;

namespace ReleaseInfra.Domain.Tests.Gates;

public sealed class VerdictTests
{
    private static readonly Verdict Passed = Verdict.Passed("fine.");
    private static readonly Verdict Failed = Verdict.Failed("broken.");
    private static readonly Verdict Inconclusive = Verdict.Inconclusive("too few.");
    private static readonly Verdict Errored = Verdict.Errored("unreadable.");

    private static readonly TestCaseData[] Cases =
    [
        new TestCaseData(new[] { Passed, Failed, Errored }, Failed).SetArgDisplayNames("failed first"),
        new TestCaseData(new[] { Inconclusive, Errored, Passed }, Errored).SetArgDisplayNames("then errored"),
        new TestCaseData(new[] { Passed, Inconclusive }, Inconclusive).SetArgDisplayNames("then inconclusive"),
        new TestCaseData(new[] { Passed, Passed }, Verdict.Passed("fine. fine.")).SetArgDisplayNames("all passed"),
        new TestCaseData(new[] { Failed, Passed, Failed }, Verdict.Failed("broken. broken.")).SetArgDisplayNames("all messages of the worst"),
        new TestCaseData(Array.Empty<Verdict>(), Verdict.Inconclusive("No gate has judged.")).SetArgDisplayNames("nothing"),
    ];

    [TestCaseSource(nameof(Cases))]
    public void Joint(Verdict[] verdicts, Verdict expected) => Assert.That(Verdict.Joint(verdicts), Is.EqualTo(expected));
}
