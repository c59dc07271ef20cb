using ReleaseInfra.Rehearsal.Telemetry;

namespace ReleaseInfra.Rehearsal.Tests.Telemetry;

public sealed class LatencyHistogramTests
{
    [Test]
    public void Percentile_OfNothing_IsNull() => Assert.That(new LatencyHistogram().Percentile(95), Is.Null);

    [TestCase(0.001)]
    [TestCase(0.015)]
    [TestCase(0.016)]
    [TestCase(0.033)]
    [TestCase(1)]
    [TestCase(17.3)]
    [TestCase(812)]
    [TestCase(60_000)]
    [TestCase(3_600_000)]
    public void Percentile_IsNeverLess_AndAlmostTheSame(double milliseconds)
    {
        var histogram = new LatencyHistogram();
        histogram.Add(TimeSpan.FromMilliseconds(milliseconds));

        Assert.That(histogram.Percentile(50)!.Value.TotalMilliseconds, Is.InRange(milliseconds, milliseconds * 1.0625));
    }

    [TestCase(1, 10)]
    [TestCase(50, 500)]
    [TestCase(95, 950)]
    [TestCase(100, 1000)]
    public void Percentile_OfMany(double percent, double milliseconds)
    {
        var (one, other) = (new LatencyHistogram(), new LatencyHistogram());
        for (var request = 1; request <= 1000; request++)
            (request % 2 == 0 ? one : other).Add(TimeSpan.FromMilliseconds(request));
        one.Add(other);

        Assert.That(one.Count, Is.EqualTo(1000));
        Assert.That(one.Percentile(percent)!.Value.TotalMilliseconds, Is.InRange(milliseconds, milliseconds * 1.0625));
    }
}
