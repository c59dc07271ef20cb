using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Running;

namespace ReleaseInfra.Rehearsal.Tests.Running;

public sealed class FollowTests
{
    private const string Blue = "web--blue";

    [Test]
    public async Task Follow_WhatIsDueByTheClock_IsSeenToThen()
    {
        await using var scene = await RunningScene.OpenAsync(durations: new OperationDurations { ContainerApp = TimeSpan.FromMinutes(1) });
        await new RunningApp { Suffix = "blue", Traffic = [RunningApp.To(Blue, 100, "stable")] }.PutAsync(scene);

        // Nobody asks Azure anything.
        await RunningScene.UntilAsync(() => Task.FromResult(scene.Apps.Versions.Length == 1), "the revision runs");
    }

    [Test]
    public async Task Follow_Twice_IsRefused()
    {
        await using var scene = await RunningScene.OpenAsync();

        Assert.That(
            () => scene.Apps.Follow(scene.Azure, scene.Ingress),
            Throws.InvalidOperationException.With.Message.EqualTo("It follows an embedded Azure already."));
    }

    [Test]
    public async Task Settled_WhereTheFollowingFailed_SaysWhy()
    {
        await using var scene = await RunningScene.OpenAsync(options => options with
        {
            Behaviour = _ => throw new NotSupportedException("Nobody knows this version."),
        });
        await new RunningApp { Suffix = "blue", HasIngress = false }.PutAsync(scene);

        Assert.That(scene.SettledAsync, Throws.TypeOf<NotSupportedException>());
        Assert.That(async () => await scene.Apps.DisposeAsync(), Throws.TypeOf<NotSupportedException>());
    }

    [Test]
    public async Task LaunchesThatThrow_AreWhyAVersionDoesNotWork()
    {
        await using var scene = await RunningScene.OpenAsync();
        scene.Launches.Instead = _ => throw new NotSupportedException("No command for this version.");
        await new RunningApp { Suffix = "blue", HasIngress = false }.PutAsync(scene);
        await scene.SettledAsync();

        Assert.That((await scene.RevisionAsync(Blue)).Error, Is.EqualTo("No command for this version."));
        Assert.That(async () => await scene.Apps.DisposeAsync(), Throws.TypeOf<NotSupportedException>());
    }

    [Test]
    public async Task Settled_BeforeFollowing_IsRefused()
    {
        await using var scene = await RunningScene.OpenAsync();
        await using var apps = new RunningApps(new RunningAppsOptions
        {
            Time = scene.Time,
            Watch = TimeProvider.System,
            Launches = scene.Launches,
            LogFolder = scene.Logs,
        });

        Assert.That(
            () => apps.SettledAsync(scene.Azure, default),
            Throws.InvalidOperationException.With.Message.EqualTo("It follows no embedded Azure yet."));
    }
}
