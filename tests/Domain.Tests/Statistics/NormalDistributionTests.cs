using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Domain.Tests.Statistics;

public sealed class NormalDistributionTests
{
    [TestCase(0.5, 0)]
    [TestCase(0.8, 0.841621234)]
    [TestCase(0.975, 1.959963985)]
    [TestCase(0.99, 2.326347874)]
    [TestCase(0.99995, 3.890591886)]
    [TestCase(0.001, -3.090232306)]
    public void Quantile_OfAProbability(double probability, double quantile) =>
        Assert.That(NormalDistribution.Quantile(probability), Is.EqualTo(quantile).Within(1e-7));

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(double.NaN)]
    public void Rejects_WhatIsNoProbabilityBetween(double probability) =>
        Assert.That(() => NormalDistribution.Quantile(probability), Throws.TypeOf<ArgumentOutOfRangeException>());
}
