using ReleaseInfra.Cli.Simulate.Draws;

namespace ReleaseInfra.Release.Tests.Simulate;

public sealed class DrawTests
{
    private const int Many = 200_000;

    [TestCase(0.05)]
    [TestCase(2)]
    [TestCase(9.99)]
    [TestCase(10)]
    [TestCase(30)]
    [TestCase(3600)]
    public void Poisson_HasItsMeanAsItsVariance(double mean)
    {
        var draws = new SeededDraws(7);
        double[] numbers = [.. Enumerable.Range(0, Many).Select(_ => (double)draws.Poisson(mean))];
        var measured = numbers.Average();
        var variance = numbers.Average(number => (number - measured) * (number - measured));

        Assert.That(measured, Is.EqualTo(mean).Within(5 * Math.Sqrt(mean / Many)));
        Assert.That(variance, Is.EqualTo(mean).Within(3).Percent);
    }

    /// <summary>The tails are what false alarms are made of.</summary>
    [TestCase(30, 48, 0.0012)]
    [TestCase(30, 15, 0.0019)]
    [TestCase(2, 8, 0.0011)]
    public void Poisson_HasItsTails(double mean, int bound, double share)
    {
        var draws = new SeededDraws(11);
        var beyond = Enumerable.Range(0, Many).Count(_ => draws.Poisson(mean) is var drawn && (bound > mean ? drawn >= bound : drawn <= bound));

        Assert.That((double)beyond / Many, Is.EqualTo(share).Within(0.0005));
    }

    [Test]
    public void Poisson_OfNothing_IsNothing() => Assert.That(new SeededDraws(1).Poisson(0), Is.Zero);

    [Test]
    public void Normal_HasMeanNothingAndDeviationOne()
    {
        var draws = new SeededDraws(3);
        double[] numbers = [.. Enumerable.Range(0, Many).Select(_ => draws.Normal())];

        Assert.That(numbers.Average(), Is.EqualTo(0).Within(0.02));
        Assert.That(numbers.Average(number => number * number), Is.EqualTo(1).Within(0.02));
    }

    [Test]
    public void SameSeed_DrawsTheSame_AndAnotherPartSomethingElse()
    {
        var draws = First(5, "visitors");
        var again = First(5, "visitors");

        Assert.That(again, Is.EqualTo(draws));
        Assert.That(First(5, "timings"), Is.Not.EqualTo(draws));
        Assert.That(First(6, "visitors"), Is.Not.EqualTo(draws));
    }

    private static double[] First(ulong seed, string part)
    {
        var draws = SeededDraws.For(seed, part);
        return [.. Enumerable.Range(0, 20).Select(_ => draws.Share())];
    }
}
