using ReleaseInfra.Cli.Reports.Page.Charts;

namespace ReleaseInfra.Release.Tests.Reports.Page.Charts;

public sealed class ValueScaleTests
{
    [TestCase(0, 1)]
    [TestCase(0.04, 0.04)]
    [TestCase(0.21, 0.3)]
    [TestCase(1, 1)]
    [TestCase(1.2, 1.5)]
    [TestCase(6.25, 8)]
    [TestCase(9.1, 10)]
    [TestCase(2323, 3000)]
    public void Top_IsTheNextRoundNumber(double most, double top) =>
        Assert.That(ValueScale.Of([0, most], 72).Top, Is.EqualTo(top).Within(1e-9));

    [Test]
    public void Top_OfNothing_IsOne() => Assert.That(ValueScale.Of([], 72).Top, Is.EqualTo(1));

    [TestCase(0, 70)]
    [TestCase(5, 36)]
    [TestCase(10, 2)]
    [TestCase(20, 2)]
    [TestCase(-1, 70)]
    public void Y_IsWithinTheEdges(double value, double pixels) =>
        Assert.That(new ValueScale(10, 72).Y(value), Is.EqualTo(pixels).Within(1e-9));
}
