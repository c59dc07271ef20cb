using ReleaseInfra.Domain.Gates.Regressions;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Domain.Tests.Gates;

public sealed class RegressionTestTests
{
    // Two requests each and two failures: the new version has 0, 1 or 2 of them in 1, 4 and 1 of 6 draws.
    [TestCase(0, 2, 6.0 / (1 + (4 * 2) + 4))]
    [TestCase(1, 2, 6.0 * 2 / (1 + (4 * 2) + 4))]
    [TestCase(2, 2, 6.0 * 4 / (1 + (4 * 2) + 4))]
    [TestCase(2, 16, 6.0 * 256 / (1 + (4 * 16) + 256))]
    [TestCase(1, 1, 1)]
    public void LogLikelihoodRatio_OfASmallBatch(int failuresOfNew, double factor, double ratio)
    {
        var batch = new BatchOdds(new Tally(2, 2 - failuresOfNew), new Tally(2, failuresOfNew));

        Assert.That(Math.Exp(batch.LogLikelihoodRatio(factor)), Is.EqualTo(ratio).Within(1e-12));
    }

    // One failure of 1 + 3 requests: with factor 2 the odds of it being the new one's are 2 to 3, and not 1 to 3.
    [Test]
    public void Evidence_AfterOneFailure_IsTheMeanOfItsBets()
    {
        var ofNew = RegressionTest.Begin.Observe(new Tally(3, 0), new Tally(1, 1));
        var bets = new[] { 2.0, 4, 8, 16 }.Select(factor => 4 * factor / (factor + 3)).Average();

        Assert.That(ofNew.Evidence, Is.EqualTo((0.8 * bets) + 0.2).Within(1e-12));
        Assert.That(ofNew.Peak, Is.EqualTo(ofNew.Evidence));
    }

    // The defining property, exactly: over all draws of one batch the player's money stays 1 in expectation.
    [TestCase(5, 3, 4)]
    [TestCase(40, 10, 7)]
    [TestCase(3, 30, 12)]
    public void Evidence_IsOneInExpectation_WhenBothAreAlike(int old, int @new, int failures)
    {
        var expectation = 0.0;
        for (var ofNew = Math.Max(0, failures - old); ofNew <= Math.Min(failures, @new); ofNew++)
        {
            var chance = Choose(@new, ofNew) * Choose(old, failures - ofNew) / Choose(old + @new, failures);
            expectation += chance * RegressionTest.Begin.Observe(new Tally(old, failures - ofNew), new Tally(@new, ofNew)).Evidence;
        }

        Assert.That(expectation, Is.EqualTo(1).Within(1e-9));
    }

    [Test]
    public void Evidence_RisesWithEachFailureOfTheNewVersion()
    {
        var evidence = Enumerable.Range(0, 21)
            .Select(failures => RegressionTest.Begin.Observe(new Tally(900, 9), new Tally(100, failures)).Evidence);

        Assert.That(evidence, Is.Ordered.Ascending.And.Unique);
    }

    [Test]
    public void Peak_NeverFalls()
    {
        var bad = RegressionTest.Begin.Observe(new Tally(900, 1), new Tally(100, 10));
        var recovered = bad.Observe(new Tally(9000, 100), new Tally(1000, 0));

        Assert.That(bad.Rejects(0.05), Is.True);
        Assert.That(recovered.Evidence, Is.LessThan(20));
        Assert.That((recovered.Rejects(0.05), recovered.Peak), Is.EqualTo((true, bad.Peak)));
    }

    [TestCase(1000, 0, 100, 0, Description = "no failures")]
    [TestCase(0, 0, 100, 40, Description = "only the new version was asked")]
    [TestCase(1000, 10, 0, 0, Description = "only the old version was asked")]
    [TestCase(10, 10, 5, 5, Description = "everything failed")]
    public void Observe_ABatchThatSaysNothing_ChangesNoMoney(long old, long oldFailures, long @new, long newFailures)
    {
        var observed = RegressionTest.Begin.Observe(new Tally(old, oldFailures), new Tally(@new, newFailures));

        Assert.That(observed.Evidence, Is.EqualTo(1).Within(1e-12));
        Assert.That((observed.Old, observed.New), Is.EqualTo((new Tally(old, oldFailures), new Tally(@new, newFailures))));
    }

    [Test]
    public void Renew_KeepsTheMoney_AndSeesALateRegressionSooner()
    {
        var sound = RegressionTest.Begin;
        for (var batch = 0; batch < 30; batch++)
            sound = sound.Observe(new Tally(900, 9), new Tally(100, 1));
        var renewed = sound.Renew();

        Assert.That(renewed.Evidence, Is.EqualTo(sound.Evidence).Within(1e-12));
        Assert.That(BatchesToReject(renewed), Is.LessThan(BatchesToReject(sound)));
    }

    [Test]
    public void Observe_ManyFailures_StaysFinite()
    {
        var observed = RegressionTest.Begin.Observe(new Tally(10_000_000, 100_000), new Tally(1_000_000, 10_100));

        Assert.That(double.IsFinite(observed.Evidence) && observed.Evidence >= 0, Is.True);
    }

    private static int BatchesToReject(RegressionTest test)
    {
        var batches = 0;
        for (; !test.Rejects(0.05); batches++)
            test = test.Observe(new Tally(500, 5), new Tally(500, 30));
        return batches;
    }

    private static double Choose(int of, int chosen)
    {
        var ways = 1.0;
        for (var index = 1; index <= chosen; index++)
            ways = ways * (of - chosen + index) / index;
        return ways;
    }
}
