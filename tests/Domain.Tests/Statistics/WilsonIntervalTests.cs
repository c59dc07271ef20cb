using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Domain.Tests.Statistics;

public sealed class WilsonIntervalTests
{
    // By hand from the formula, z = 1.959964.
    [TestCase(0, 10, 0.95, 0, 0.277533)]
    [TestCase(10, 10, 0.95, 0.722467, 1)]
    [TestCase(1, 10, 0.95, 0.017876, 0.404150)]
    [TestCase(50, 100, 0.95, 0.403832, 0.596168)]
    [TestCase(0, 0, 0.95, 0, 1)]
    public void Of_Counts(long happened, long trials, double confidence, double low, double high)
    {
        var interval = WilsonInterval.Of(happened, trials, confidence);

        Assert.That(interval.Low, Is.EqualTo(low).Within(1e-6));
        Assert.That(interval.High, Is.EqualTo(high).Within(1e-6));
    }

    [TestCase(0.1)]
    [TestCase(0.5)]
    public void Of_HoldsTheTruthAsOftenAsItSays(double share)
    {
        var draws = new Draws(7);
        var held = Enumerable.Range(0, 4000).Count(_ => WilsonInterval.Of(draws.Binomial(200, share), 200, 0.95).Holds(share));

        Assert.That(held / 4000.0, Is.EqualTo(0.95).Within(0.02));
    }

    [TestCase(-1, 10)]
    [TestCase(11, 10)]
    public void Rejects_CountsOutsideTheTrials(long happened, long trials) =>
        Assert.That(() => WilsonInterval.Of(happened, trials, 0.95), Throws.TypeOf<ArgumentOutOfRangeException>());
}
