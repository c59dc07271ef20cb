using ReleaseInfra.Rehearsal.Running.Replicas;

namespace ReleaseInfra.Rehearsal.Tests.Running;

public sealed class RestartBackOffTests
{
    [Test]
    public void After_ShortLives_GrowsUpToFiveMinutes()
    {
        var backOff = new RestartBackOff();

        Assert.That(
            Enumerable.Range(0, 8).Select(_ => backOff.After(TimeSpan.FromSeconds(2)).TotalSeconds),
            Is.EqualTo(new[] { 0, 10, 20, 40, 80, 160, 300, 300 }));
    }

    [Test]
    public void After_ALongLife_BeginsAnew()
    {
        var backOff = new RestartBackOff();
        for (var restart = 0; restart < 4; restart++)
            backOff.After(TimeSpan.Zero);

        Assert.That(backOff.After(TimeSpan.FromMinutes(10)), Is.EqualTo(TimeSpan.Zero));
        Assert.That(backOff.After(TimeSpan.FromMinutes(9)), Is.EqualTo(TimeSpan.FromSeconds(10)));
    }
}
