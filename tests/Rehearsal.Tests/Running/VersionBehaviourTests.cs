using System.Net;
using ReleaseInfra.Rehearsal.Arm.Metrics;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Ingress;
using ReleaseInfra.Rehearsal.Running;

namespace ReleaseInfra.Rehearsal.Tests.Running;

public sealed class VersionBehaviourTests
{
    private const string Blue = "web--blue";

    private RunningScene _scene = null!;

    [SetUp]
    public async Task OpenAsync() => _scene = await RunningScene.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _scene.DisposeAsync();

    [Test]
    public async Task CrashesAfter_BeforeTheFirstProbe_IsNeverHealthy_AndCountsRestarts()
    {
        _scene.Behaviours[Blue] = new VersionBehaviour { CrashesAfter = TimeSpan.Zero };
        await PutAsync();
        await RunningScene.UntilAsync(async () => (await _scene.RevisionAsync(Blue)).Restarts >= 4, "it was started again four times");

        var view = await _scene.RevisionAsync(Blue);
        Assert.That(view.Revision.Health, Is.EqualTo(RevisionHealth.Unhealthy));
        Assert.That(view.Error, Is.Null);
        Assert.That((await _scene.Azure.Resources.GetAsync(RunningApp.Id, default)).Outputs["latestReadyRevisionName"], Is.Empty);
        // At once, and then after 10, 20 and 40 seconds.
        Assert.That(_scene.Time.Waits, Is.SupersetOf(new[] { 10, 20, 40 }.Select(seconds => TimeSpan.FromSeconds(seconds))));
    }

    [Test]
    public async Task OutOfMemory_IsStartedAgain_AndHealthyAgain()
    {
        _scene.Behaviours[Blue] = new VersionBehaviour { OutOfMemoryEvery = TimeSpan.FromMinutes(2) };
        await PutAsync();
        await RunningScene.UntilAsync(
            async () => await _scene.RevisionAsync(Blue) is { Restarts: >= 2, Revision.Health: RevisionHealth.Healthy },
            "it is healthy after two restarts");
    }

    [Test]
    public async Task StartsAfter_WithinTheStartupProbesTime_IsHealthyThen()
    {
        var began = _scene.Time.GetUtcNow();
        _scene.Behaviours[Blue] = new VersionBehaviour { StartsAfter = TimeSpan.FromSeconds(30) };
        await PutAsync();
        await _scene.SettledAsync();

        Assert.That(await _scene.RevisionAsync(Blue), Has.Property("Restarts").Zero);
        Assert.That((await _scene.RevisionAsync(Blue)).Revision.Health, Is.EqualTo(RevisionHealth.Healthy));
        Assert.That(_scene.Time.GetUtcNow() - began, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(30)));
    }

    [Test]
    public async Task StartsAfter_LongerThanTheStartupProbesTime_IsStartedAgainAndAgain()
    {
        _scene.Behaviours[Blue] = new VersionBehaviour { StartsAfter = TimeSpan.FromSeconds(90) };
        await PutAsync();
        await RunningScene.UntilAsync(
            async () => await _scene.RevisionAsync(Blue) is { Restarts: >= 2, Revision.Health: RevisionHealth.Unhealthy },
            "it was started again twice");
    }

    [Test]
    public async Task Fault_Refreshed_IsTheIngresssFault()
    {
        await PutAsync();
        await _scene.SettledAsync();
        Assert.That(await _scene.StatusAsync(_scene.HostOf(Blue)), Is.EqualTo(HttpStatusCode.OK));

        _scene.Behaviours[Blue] = new VersionBehaviour { Fault = new BackendFault(1, TimeSpan.Zero) };
        _scene.Apps.Refresh();

        await RunningScene.UntilAsync(
            async () => await _scene.StatusAsync(_scene.HostOf(Blue)) == HttpStatusCode.InternalServerError, "it fails");
        Assert.That((await _scene.RevisionAsync(Blue)).Revision.Health, Is.EqualTo(RevisionHealth.Healthy));
    }

    [Test]
    public async Task IsUnhealthy_Refreshed_TakesItOutOfService()
    {
        await PutAsync();
        await _scene.SettledAsync();

        _scene.Behaviours[Blue] = new VersionBehaviour { IsUnhealthy = true };
        _scene.Apps.Refresh();

        await RunningScene.UntilAsync(
            async () => (await _scene.RevisionAsync(Blue)).Revision.Health == RevisionHealth.Unhealthy, "it is unhealthy");
        await RunningScene.UntilAsync(
            async () => await _scene.StatusAsync(_scene.HostOf(Blue)) == HttpStatusCode.ServiceUnavailable, "it gets no requests");
    }

    [Test]
    public async Task Restarts_AreAMetric()
    {
        _scene.Behaviours[Blue] = new VersionBehaviour { OutOfMemoryEvery = TimeSpan.FromMinutes(2) };
        await PutAsync();
        await RunningScene.UntilAsync(async () => (await _scene.RevisionAsync(Blue)).Restarts >= 1, "it was started again");

        await RunningScene.UntilAsync(
            () => Task.FromResult(_scene.Levels.Read(Range("RestartCount")).Any(sample => sample.Maximum >= 1)), "the metric says so");
        var sample = _scene.Levels.Read(Range("RestartCount"))[^1];
        Assert.That(sample.Dimensions["revisionName"], Is.EqualTo(Blue));
        Assert.That(sample.Dimensions["podName"], Does.StartWith($"{Blue}-"));
    }

    private static MetricRange Range(string metric) => new(RunningApp.Id, metric, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);

    private Task PutAsync() => new RunningApp { Suffix = "blue", Traffic = [RunningApp.To(Blue, 100, "stable")] }.PutAsync(_scene);
}
