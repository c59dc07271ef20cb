using ReleaseInfra.Domain.Gates.Regressions;
using ReleaseInfra.Domain.Statistics;
using ReleaseInfra.Domain.Tests.Statistics;

namespace ReleaseInfra.Domain.Tests.Gates;

/// <summary>What the test promises, over many releases that are drawn by chance and the same in every run.</summary>
public sealed class RegressionSimulationTests
{
    private const int LooksAtEachStep = 15;

    private static readonly double[] Shares = [0.1, 0.2, 0.5, 0.9];

    /// <summary>Sixty looks each, at every batch, over four steps, with a rate that drifts and jumps for both versions alike.</summary>
    [TestCase(10_000, 0.01, 400)]
    [TestCase(2_000, 0.001, 2000)]
    [TestCase(2_000, 0.2, 60)]
    public void FalseAlarms_StayAtOrBelowAlpha(int releases, double rate, int batch)
    {
        var draws = new Draws(20261121);
        var alarms = Enumerable.Range(0, releases).Count(_ => Sound(draws, rate, batch).Rejects(0.05));

        TestContext.Out.WriteLine($"{alarms} false alarms in {releases} releases at a rate of {rate}");
        Assert.That(alarms, Is.LessThanOrEqualTo(0.05 * releases));
    }

    [Test]
    public void FalseAlarms_OfABetterVersion_AreRarerStill()
    {
        var draws = new Draws(4);
        var alarms = Enumerable.Range(0, 500).Count(_ => Run(draws, 60, 900, 100, 0.01, 0.005).Rejects(0.05));

        Assert.That(alarms, Is.LessThanOrEqualTo(5));
    }

    // Requests to the new version that a fixed-size test needs, at alpha 0.05 and a power of 0.9, which may be looked at once.
    [TestCase(0.005, 0.05, 0.05, 100)]
    [TestCase(0.005, 0.05, 0.10, 100)]
    [TestCase(0.005, 0.05, 0.50, 40)]
    [TestCase(0.005, 0.02, 0.05, 200)]
    [TestCase(0.001, 0.01, 0.10, 200)]
    [TestCase(0.01, 0.02, 0.10, 400)]
    [TestCase(0.01, 0.06, 0.20, 50)]
    public void Detection_OfARegression_TakesNoMoreRequestsThanAFixedSize(double old, double @new, double share, int batch)
    {
        var draws = new Draws(42);
        var needed = Enumerable.Range(0, 1001).Select(_ => RequestsToDetect(draws, old, @new, share, batch)).Order().ToArray();
        var fixedSize = FixedSize(old, @new, share);

        TestContext.Out.WriteLine(
            $"{old:p1} -> {@new:p1} at {share:p0}: median {needed[500]}, mean {needed.Average():0}, 90 % within {needed[900]}; fixed size {fixedSize:0}");
        Assert.That(needed[500], Is.LessThanOrEqualTo(fixedSize));
    }

    [Test]
    public void Detection_IsCertainInTheEnd()
    {
        var draws = new Draws(5);
        var found = Enumerable.Range(0, 100).Count(_ => Run(draws, 200, 900, 100, 0.01, 0.02).Rejects(0.05));

        Assert.That(found, Is.EqualTo(100));
    }

    private static RegressionTest Sound(Draws draws, double rate, int batch)
    {
        var test = RegressionTest.Begin;
        foreach (var share in Shares)
        {
            test = share == Shares[0] ? test : test.Renew();
            for (var look = 0; look < LooksAtEachStep; look++)
            {
                var (now, @new) = (rate * 2 * draws.Uniform(), draws.Binomial(batch, share));
                test = test.Observe(
                    new Tally(batch - @new, draws.Binomial(batch - @new, now)),
                    new Tally(@new, draws.Binomial(@new, now)));
            }
        }

        return test;
    }

    private static RegressionTest Run(Draws draws, int looks, int old, int @new, double oldRate, double newRate)
    {
        var test = RegressionTest.Begin;
        for (var look = 0; look < looks; look++)
            test = test.Observe(new Tally(old, draws.Binomial(old, oldRate)), new Tally(@new, draws.Binomial(@new, newRate)));
        return test;
    }

    private static long RequestsToDetect(Draws draws, double old, double @new, double share, int batch)
    {
        var test = RegressionTest.Begin;
        while (!test.Rejects(0.05))
        {
            var asked = draws.Binomial(batch, share);
            test = test.Observe(new Tally(batch - asked, draws.Binomial(batch - asked, old)), new Tally(asked, draws.Binomial(asked, @new)));
        }

        return test.New.Requests;
    }

    /// <summary>One-sided, by the normal approximation for two proportions with unequal groups.</summary>
    private static double FixedSize(double old, double @new, double share)
    {
        const double SureOfAlpha = 1.644854;
        const double SureOfPower = 1.281552;
        var others = (1 - share) / share;
        var pooled = (@new + (others * old)) / (1 + others);
        var ofNull = SureOfAlpha * Math.Sqrt(pooled * (1 - pooled) * (1 + (1 / others)));
        var ofRegression = SureOfPower * Math.Sqrt((@new * (1 - @new)) + (old * (1 - old) / others));
        return Math.Pow((ofNull + ofRegression) / (@new - old), 2);
    }
}
