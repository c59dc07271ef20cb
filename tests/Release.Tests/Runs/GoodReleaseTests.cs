using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Runs.Scenes;

namespace ReleaseInfra.Release.Tests.Runs;

public sealed class GoodReleaseTests
{
    [Test]
    public async Task GoodRelease_GoesThrough()
    {
        await using var scene = await Scene.OpenAsync();

        var run = await scene.ReleaseAsync();

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Everything);
        Assert.That(await scene.EventsAsync(), Is.EqualTo(new[]
        {
            "preflight passed", "new version ready", "smoke passed", "drill began", "drill returned", "step began",
            "service moved", "gates passed", "service moved", "gates passed", "watch began", "watch passed",
        }));
        Assert.That(await scene.TrafficAsync(), Is.EqualTo(new[] { $"{Scene.New} 100" }));
    }
}
