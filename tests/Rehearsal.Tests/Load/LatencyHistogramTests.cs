using ReleaseInfra.Rehearsal.Load;

namespace ReleaseInfra.Rehearsal.Tests.Load;

public sealed class LatencyHistogramTests
{
    [Test]
    public void Percentiles_WithoutAnyAreZero()
    {
        Assert.That(new LatencyHistogram().Percentiles(0.5, 0.99), Is.EqualTo(new[] { TimeSpan.Zero, TimeSpan.Zero }));
        Assert.That(new LatencyHistogram().Longest, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void Percentiles_OfShortLatenciesAreExact()
    {
        var histogram = new LatencyHistogram();
        for (var microseconds = 1; microseconds <= 100; microseconds++)
            histogram.Add(TimeSpan.FromMicroseconds(microseconds));

        Assert.That(
            histogram.Percentiles(0.5, 0.95, 0.99, 1).Select(latency => latency.TotalMicroseconds),
            Is.EqualTo(new[] { 50d, 95, 99, 100 }));
    }

    [TestCase(0.000_127)]
    [TestCase(0.000_128)]
    [TestCase(0.001_3)]
    [TestCase(0.987_654)]
    [TestCase(30)]
    [TestCase(3_600)]
    public void Percentile_IsNeverTooLowAndHardlyTooHigh(double seconds)
    {
        var histogram = new LatencyHistogram();
        histogram.Add(TimeSpan.FromSeconds(seconds));
        // Without it the longest would hide how wide the step is.
        histogram.Add(TimeSpan.FromHours(2));

        Assert.That(histogram.Percentiles(0.5)[0].TotalSeconds, Is.InRange(seconds, seconds * (1 + (1 / 64d))));
    }

    [Test]
    public void Percentile_IsNotAboveTheLongest()
    {
        var histogram = new LatencyHistogram();
        histogram.Add(TimeSpan.FromMilliseconds(100.001));

        Assert.That(histogram.Percentiles(0.99)[0], Is.EqualTo(histogram.Longest));
    }

    [Test]
    public void Add_TakesLatenciesBeyondItsRange()
    {
        var histogram = new LatencyHistogram();
        histogram.Add(TimeSpan.FromDays(30));

        Assert.That(histogram.Longest, Is.EqualTo(TimeSpan.FromDays(30)));
        Assert.That(histogram.Percentiles(0.5)[0], Is.GreaterThan(TimeSpan.FromHours(19)));
    }
}
