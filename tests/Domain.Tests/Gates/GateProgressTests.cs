using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Domain.Tests.Gates;

/// <summary>Measurements are written p, f, i and e: passed, failed, inconclusive and errored. Each passed one has 40 requests.</summary>
public sealed class GateProgressTests
{
    private static readonly GateTerms Terms = new()
    {
        Interval = TimeSpan.FromSeconds(10),
        Evidence = new EvidenceFloor(2, 80),
    };

    private static readonly RolloutSettings Measured = SettingsFixtures.Production.Rollout with
    {
        Gates = new GateSettings
        {
            Interval = TimeSpan.FromSeconds(20),
            InitialDelay = TimeSpan.FromSeconds(40),
            InconclusiveLimit = 7,
            ConsecutiveErrorLimit = 2,
        },
    };

    private static readonly TestCaseData[] Judged =
    [
        Case("pp", Terms, null),
        Case("f", Terms, Verdict.Failed("1 of 1 measurements failed, limit 0. f1")),
        Case("pfp", Terms, Verdict.Failed("1 of 3 measurements failed, limit 0. f2")),
        Case("pfp", Terms with { FailureLimit = 1 }, null),
        Case("fpf", Terms with { FailureLimit = 1 }, Verdict.Failed("2 of 3 measurements failed, limit 1. f3")),
        Case("ffpff", Terms with { FailureLimit = 9, ConsecutiveFailureLimit = 3 }, null),
        Case("ffpfff", Terms with { FailureLimit = 9, ConsecutiveFailureLimit = 3 }, Verdict.Failed("3 measurements in a row failed, limit 3. f6")),
        Case("eeee", Terms, null),
        Case("eeeee", Terms, Verdict.Errored("5 errors in a row, limit 4. e5")),
        Case("eeeepeeee", Terms, null),
        Case("iii", Terms, null),
        Case("iii", Terms with { InconclusiveLimit = 2 }, Verdict.Inconclusive("3 of 3 measurements were inconclusive, limit 2. i3")),
        Case("pp", Terms with { Count = 2 }, Verdict.Passed("2 of 2 measurements passed, 0 failed, limit 0. p2")),
        Case("pfp", Terms with { Count = 3, FailureLimit = 1 }, Verdict.Passed("2 of 3 measurements passed, 1 failed, limit 1. p3")),
        Case("pi", Terms with { Count = 2 }, Verdict.Inconclusive("1 of 2 measurements passed, 2 are needed. i2")),
        Case("ee", Terms with { Count = 2 }, Verdict.Inconclusive("0 of 2 measurements passed, 2 are needed. e2")),
        Case("pp", Terms with { Count = 2, Evidence = new EvidenceFloor(1, 81) }, Verdict.Inconclusive("80 requests were measured, 81 are needed. p2")),
        Case("i", Terms with { Count = 1, Evidence = new EvidenceFloor(0, 0) }, Verdict.Inconclusive("0 of 1 measurements passed, 1 are needed. i1")),
        Case("pipp", Terms with { ConsecutiveSuccessLimit = 2 }, Verdict.Passed("2 measurements in a row passed, 2 are needed. p4")),
        Case("pp", Terms with { ConsecutiveSuccessLimit = 2, Evidence = new EvidenceFloor(3, 0) }, null),
        Case("ppi", Terms with { ConsecutiveSuccessLimit = 3, Count = 3 }, Verdict.Inconclusive("0 measurements in a row passed, 3 are needed. i3")),
        Case("ppf", Terms with { ConsecutiveSuccessLimit = 2 }, Verdict.Failed("1 of 3 measurements failed, limit 0. f3")),
    ];

    private static readonly TestCaseData[] Concluded =
    [
        Case("pp", Terms, Verdict.Passed("2 of 2 measurements passed, 0 failed, limit 0. p2")),
        Case("p", Terms, Verdict.Inconclusive("1 of 1 measurements passed, 2 are needed. p1")),
        Case("", Terms, Verdict.Inconclusive("0 of 0 measurements passed, 2 are needed.")),
        Case("ppf", Terms, Verdict.Failed("1 of 3 measurements failed, limit 0. f3")),
        Case("pip", Terms with { ConsecutiveSuccessLimit = 2 }, Verdict.Inconclusive("1 measurements in a row passed, 2 are needed. p3")),
    ];

    [TestCaseSource(nameof(Judged))]
    public void Judge(string measurements, GateTerms terms, Verdict? expected) => Assert.That(
        Observed(measurements).Judge(terms),
        Is.EqualTo(expected is null ? new StillMeasuring() : (GateStanding)new Decided(expected)));

    [TestCaseSource(nameof(Concluded))]
    public void Conclude(string measurements, GateTerms terms, Verdict expected) =>
        Assert.That(Observed(measurements).Conclude(terms), Is.EqualTo(expected));

    // Every row of up to six measurements without a passed one, under terms that ask for as little as can be asked for.
    [Test]
    public void Conclude_WithoutAPassedMeasurement_NeverPasses()
    {
        var lax = Terms with { FailureLimit = 9, ConsecutiveErrorLimit = 9, Count = 6, Evidence = new EvidenceFloor(0, 0), ConsecutiveSuccessLimit = 0 };
        IEnumerable<string> rows = [""];
        for (var length = 0; length < 6; length++)
        {
            rows = [.. from row in rows from measurement in "fie" select row + measurement];
            Assert.That(rows.Where(row => Observed(row).Conclude(lax).Outcome == Outcome.Passed), Is.Empty);
        }
    }

    [Test]
    public void NextAt_IsAfterTheDelay_AndThenByInterval()
    {
        var begun = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
        var terms = Terms with { InitialDelay = TimeSpan.FromSeconds(30) };

        Assert.That(
            new[] { 0, 1, 5 }.Select(taken => terms.NextAt(begun, taken) - begun),
            Is.EqualTo(new[] { 30, 40, 80 }.Select(seconds => TimeSpan.FromSeconds(seconds))));
    }

    [Test]
    public void ForHealth_FailsAtThreeInARow()
    {
        var terms = GateTerms.ForHealth(Measured);

        Assert.That(Observed("ffpffp").Judge(terms), Is.EqualTo(new StillMeasuring()));
        Assert.That(Observed("ffpfff").Judge(terms), Is.EqualTo(new Decided(Verdict.Failed("3 measurements in a row failed, limit 3. f6"))));
        Assert.That(Observed("ppppp").Conclude(terms).Outcome, Is.EqualTo(Outcome.Passed));
    }

    [Test]
    public void ForLimits_FailsAtOnce_AndNeedsTheFloorToPass()
    {
        var terms = GateTerms.ForLimits(Measured);

        Assert.That(Observed("ppppf").Judge(terms), Is.TypeOf<Decided>());
        Assert.That(Observed("pppp").Conclude(terms).Outcome, Is.EqualTo(Outcome.Inconclusive));
        Assert.That(Observed("ppppp").Conclude(terms).Outcome, Is.EqualTo(Outcome.Passed));
    }

    [Test]
    public void ForLevels_NeedsSamples_AndNoRequests()
    {
        var terms = GateTerms.ForLevels(Measured);

        Assert.That(terms.Evidence, Is.EqualTo(new EvidenceFloor(5, 0)));
        Assert.That(GateProgress.None.Observe(Verdict.Failed("f1")).Judge(terms), Is.TypeOf<Decided>());
    }

    [Test]
    public void Terms_FollowTheSettings_ButHealthIsAskedAtOnce()
    {
        GateTerms[] terms = [GateTerms.ForHealth(Measured), GateTerms.ForLimits(Measured), GateTerms.ForLevels(Measured)];

        Assert.That(
            terms.Select(term => (term.Interval.TotalSeconds, term.InconclusiveLimit, term.ConsecutiveErrorLimit)),
            Is.All.EqualTo((20.0, 7, 2)));
        Assert.That(terms.Select(term => term.InitialDelay.TotalSeconds), Is.EqualTo(new[] { 0, 40, 40 }));
    }

    [Test]
    public void Terms_WithoutAnInconclusiveLimit_HaveNone() => Assert.That(
        GateTerms.ForLimits(SettingsFixtures.Production.Rollout).InconclusiveLimit, Is.EqualTo(int.MaxValue));

    private static GateProgress Observed(string measurements) => measurements
        .Select((measurement, index) => measurement switch
        {
            'p' => Verdict.Passed($"p{index + 1}"),
            'f' => Verdict.Failed($"f{index + 1}"),
            'i' => Verdict.Inconclusive($"i{index + 1}"),
            _ => Verdict.Errored($"e{index + 1}"),
        })
        .Aggregate(GateProgress.None, (progress, verdict) => progress.Observe(verdict, 40));

    private static TestCaseData Case(string measurements, GateTerms terms, Verdict? expected) =>
        new TestCaseData(measurements, terms, expected).SetArgDisplayNames($"{measurements}: {expected?.Message ?? "goes on"}");
}
