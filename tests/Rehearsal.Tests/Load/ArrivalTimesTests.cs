using ReleaseInfra.Rehearsal.Load;

namespace ReleaseInfra.Rehearsal.Tests.Load;

public sealed class ArrivalTimesTests
{
    private const int Arrived = 20_000;

    [Test]
    public void Constant_AreEvenlySpaced() =>
        Assert.That(
            ArrivalTimes.Of(Arrivals.Constant, 200, seed: 1).Take(4).Select(due => due.TotalMilliseconds),
            Is.EqualTo(new[] { 0d, 5, 10, 15 }));

    [Test]
    public void Poisson_KeepTheRateAndVary()
    {
        var due = ArrivalTimes.Of(Arrivals.Poisson, 200, seed: 1).Take(Arrived).Select(time => time.TotalSeconds).ToArray();
        var gaps = due.Zip(due.Skip(1), (one, next) => next - one).ToArray();
        var mean = gaps.Average();
        var deviation = Math.Sqrt(gaps.Average(gap => (gap - mean) * (gap - mean)));

        Assert.That(mean, Is.EqualTo(1 / 200d).Within(3).Percent);
        // Of exponential gaps, and of few others, the deviation is the mean.
        Assert.That(deviation / mean, Is.EqualTo(1).Within(0.05));
    }

    [Test]
    public void Poisson_AreTheSeeds() =>
        Assert.That(
            ArrivalTimes.Of(Arrivals.Poisson, 200, seed: 1).Take(10),
            Is.EqualTo(ArrivalTimes.Of(Arrivals.Poisson, 200, seed: 1).Take(10))
                .And.Not.EqualTo(ArrivalTimes.Of(Arrivals.Poisson, 200, seed: 2).Take(10)));

    [Test]
    public void Rejects_AnUnknownKind() =>
        Assert.That(
            () => ArrivalTimes.Of((Arrivals)7, 200, seed: 1),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.StartsWith("Arrivals are Constant or Poisson."));
}
