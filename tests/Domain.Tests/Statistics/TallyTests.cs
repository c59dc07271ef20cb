using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Domain.Tests.Statistics;

public sealed class TallyTests
{
    [TestCase(-1, 0)]
    [TestCase(1, -1)]
    [TestCase(1, 2)]
    public void Rejects_CountsThatCannotBe(long requests, long failures) =>
        Assert.That(() => new Tally(requests, failures), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Sum_AddsBothCounts() => Assert.That(new Tally(10, 1) + new Tally(5, 2), Is.EqualTo(new Tally(15, 3)));

    [Test]
    public void Rate_OfNothing_IsNoNumber() => Assert.That(default(Tally).Rate, Is.NaN);
}
