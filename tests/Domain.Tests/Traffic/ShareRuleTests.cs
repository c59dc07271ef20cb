using ReleaseInfra.Domain.Statistics;
using ReleaseInfra.Domain.Tests.Statistics;
using ReleaseInfra.Domain.Traffic;

namespace ReleaseInfra.Domain.Tests.Traffic;

public sealed class ShareRuleTests
{
    private static readonly TestCaseData[] Cases =
    [
        Case(10, 0, 100, 1000, new ShareAgrees("100 of 1000 requests (10 %, between 6.88 and 14.31 %), weight 10 %.")),
        Case(10, 0, 0, 1000, new ShareDiffers("0 of 1000 requests (0 %, between 0 and 1.49 %), weight 10 %.")),
        Case(10, 0, 500, 1000, new ShareDiffers("500 of 1000 requests (50 %, between 43.89 and 56.11 %), weight 10 %.")),
        Case(10, 0, 0, 20, new ShareUnknown("0 of 20 requests (0 %, between 0 and 43.08 %), weight 10 %; about 21 requests can tell it from 0 %.", 21)),
        Case(10, 0, 0, 0, new ShareUnknown("no requests, weight 10 %; about 10 requests can tell it from 0 %.", 10)),
        Case(20, 10, 20, 100, new ShareUnknown("20 of 100 requests (20 %, between 8.91 and 38.97 %), weight 20 %; about 145 requests can tell it from 10 %.", 145)),
        Case(100, 50, 60, 60, new ShareAgrees("60 of 60 requests (100 %, between 79.85 and 100 %), weight 100 %.")),
        Case(100, 50, 59, 60, new ShareDiffers("59 of 60 requests (98.33 %, between 77.29 and 99.9 %), weight 100 %.")),
        Case(0, 50, 0, 60, new ShareAgrees("0 of 60 requests (0 %, between 0 and 20.15 %), weight 0 %.")),
        Case(0, 50, 1, 60, new ShareDiffers("1 of 60 requests (1.67 %, between 0.1 and 22.71 %), weight 0 %.")),
        Case(10, 10, 9, 100, new ShareAgrees("9 of 100 requests (9 %, between 2.7 and 26.08 %), weight 10 %.")),
        Case(10, 10, 60, 100, new ShareDiffers("60 of 100 requests (60 %, between 40.87 and 76.5 %), weight 10 %.")),
        Case(10, 10, 0, 0, new ShareUnknown("no requests, weight 10 %; about 1 requests can tell it from 10 %.", 1)),
    ];

    [TestCaseSource(nameof(Cases))]
    public void Judge(int weight, int before, long toNew, long toAll, ShareDecision expected) =>
        Assert.That(ShareRule.Judge(weight, before, toNew, toAll), Is.EqualTo(expected));

    [TestCase(10, 0)]
    [TestCase(20, 10)]
    [TestCase(50, 20)]
    [TestCase(100, 50)]
    public void Needed_TellsTheWeightFromTheOneBefore(int weight, int before)
    {
        var needed = ShareRule.Needed(weight, before);

        Assert.That(WilsonInterval.Of((long)(needed * weight / 100.0), needed, 0.9999).Holds(before / 100.0), Is.False);
        Assert.That(needed, Is.LessThan(10_000));
    }

    // Every ten seconds for an hour, at a weight that stands.
    [Test]
    public void Judge_ASoundShare_IsSeldomCalledForeign()
    {
        var draws = new Draws(3);
        var alarms = Enumerable.Range(0, 360 * 50).Count(_ => ShareRule.Judge(10, 10, draws.Binomial(500, 0.1), 500) is ShareDiffers);

        Assert.That(alarms, Is.LessThanOrEqualTo(10));
    }

    [Test]
    public void Judge_AForeignShare_IsFoundInOneLook()
    {
        var draws = new Draws(3);
        var found = Enumerable.Range(0, 1000).Count(_ => ShareRule.Judge(10, 10, draws.Binomial(500, 0.5), 500) is ShareDiffers);

        Assert.That(found, Is.EqualTo(1000));
    }

    private static TestCaseData Case(int weight, int before, long toNew, long toAll, ShareDecision expected) =>
        new TestCaseData(weight, before, toNew, toAll, expected).SetArgDisplayNames($"{toNew} of {toAll} at {weight} after {before}");
}
