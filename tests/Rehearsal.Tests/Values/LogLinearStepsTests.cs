namespace ReleaseInfra.Rehearsal.Tests.Values;

public sealed class LogLinearStepsTests
{
    [TestCase(4)]
    [TestCase(6)]
    public void Steps_FollowEachOtherWithoutGaps(int bits)
    {
        var steps = new LogLinearSteps(bits);
        var lowest = 0L;
        for (var index = 0; lowest < 1L << 40; index++)
        {
            var highest = steps.HighestOf(index);
            Assert.That((steps.IndexOf(lowest), steps.IndexOf(highest)), Is.EqualTo((index, index)));
            Assert.That(highest - lowest, Is.LessThanOrEqualTo(lowest >> bits), $"from {lowest}");
            lowest = highest + 1;
        }
    }
}
