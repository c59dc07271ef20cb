using ReleaseInfra.Domain.Gates.Regressions;
using ReleaseInfra.Domain.Statistics;
using ReleaseInfra.Domain.Tests.Statistics;

namespace ReleaseInfra.Domain.Tests.Gates;

public sealed class RegressionPowerTests
{
    private const int Batch = 50;
    private const int Releases = 4000;

    /// <summary>The test itself, looked at after every batch, against what was predicted of it.</summary>
    [TestCase(0.005, 0.05, 0.10, 1500)]
    [TestCase(0.005, 0.05, 0.10, 2100)]
    [TestCase(0.005, 0.02, 0.20, 4500)]
    [TestCase(0.001, 0.01, 0.50, 3000)]
    [TestCase(0.01, 0.02, 0.10, 21000)]
    [TestCase(0.01, 0.06, 0.05, 3000)]
    public void After_IsTheMissRateOfASimulation_WithinTwoPoints(double old, double @new, double share, int requests)
    {
        var draws = new Draws(99);
        var seen = Enumerable.Range(0, Releases).Count(_ => IsSeen(draws, old, @new, share, requests)) / (double)Releases;
        var predicted = new RegressionPower(old, @new, share, 0.05).After(requests);

        TestContext.Out.WriteLine($"{old} to {@new} at {share}, {requests} requests: predicted {predicted:0.000}, simulated {seen:0.000}");
        Assert.That(predicted, Is.EqualTo(seen).Within(0.02));
    }

    /// <summary>A version that is sound for three steps, and then is not.</summary>
    [TestCase(0.005, 0.05, 0.50, 900)]
    [TestCase(0.01, 0.04, 0.50, 1800)]
    public void After_ARenewal_CountsOnNothingThatWasStakedBefore(double old, double @new, double share, int requests)
    {
        var draws = new Draws(17);
        var seen = Enumerable.Range(0, Releases).Count(_ => IsSeen(draws, old, @new, share, requests, Sound(draws, old))) / (double)Releases;
        var predicted = new RegressionPower(old, @new, share, 0.05, renewals: 3).After(requests);

        TestContext.Out.WriteLine($"{old} to {@new} in the fourth step: predicted {predicted:0.000}, simulated {seen:0.000}");
        Assert.That(predicted, Is.InRange(seen - 0.1, seen + 0.02));
        Assert.That(predicted, Is.LessThan(new RegressionPower(old, @new, share, 0.05).After(requests)));
    }

    [Test]
    public void After_RisesWithTheRequests_FromNothingToCertainty()
    {
        var power = new RegressionPower(0.005, 0.05, 0.1, 0.05);
        var chances = new[] { 0.0, 100, 300, 1000, 3000, 100_000 }.Select(power.After).ToArray();

        Assert.That(chances, Is.Ordered.Ascending.And.Unique);
        Assert.That((chances[0], chances[^1] > 0.999), Is.EqualTo((0.0, true)));
    }

    [TestCase(0.8)]
    [TestCase(0.9)]
    public void RequestsFor_AChance_IsTheInverse(double chance)
    {
        var power = new RegressionPower(0.005, 0.05, 0.1, 0.05);

        Assert.That(power.After(power.RequestsFor(chance)!.Value), Is.EqualTo(chance).Within(0.002));
    }

    [Test]
    public void RequestsFor_WhatCanHardlyBeSeen_IsNull() =>
        Assert.That(new RegressionPower(0.05, 0.0505, 0.1, 0.05).RequestsFor(0.9), Is.Null);

    [Test]
    public void After_WithoutAnyFailureOfTheOldVersion() =>
        Assert.That(new RegressionPower(0, 0.05, 0.1, 0.05).After(3000), Is.GreaterThan(0.99));

    [TestCase(0.05, 0.05, 0.1)]
    [TestCase(-0.1, 0.05, 0.1)]
    [TestCase(0.05, 1.1, 0.1)]
    [TestCase(0.01, 0.05, 0)]
    [TestCase(0.01, 0.05, 1)]
    public void Rejects_WhatIsNoRegressionBesideAnOldVersion(double old, double @new, double share) =>
        Assert.That(() => new RegressionPower(old, @new, share, 0.05), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static RegressionTest Sound(Draws draws, double rate)
    {
        var test = RegressionTest.Begin;
        foreach (var share in new[] { 0.1, 0.2, 0.3 })
        {
            for (var look = 0; look < 20; look++)
            {
                var asked = draws.Binomial(500, share);
                test = test.Observe(new Tally(500 - asked, draws.Binomial(500 - asked, rate)), new Tally(asked, draws.Binomial(asked, rate)));
            }

            test = test.Renew();
        }

        return test;
    }

    private static bool IsSeen(Draws draws, double old, double @new, double share, int requests, RegressionTest? before = null)
    {
        var test = before ?? RegressionTest.Begin;
        for (var look = 0; look < requests / Batch && !test.Rejects(0.05); look++)
        {
            var asked = draws.Binomial(Batch, share);
            var others = Batch - asked;
            test = test.Observe(new Tally(others, draws.Binomial(others, old)), new Tally(asked, draws.Binomial(asked, @new)));
        }

        return test.Rejects(0.05);
    }
}
