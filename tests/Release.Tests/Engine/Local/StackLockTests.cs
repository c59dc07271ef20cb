using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Engine.Local.Locking;
using ReleaseInfra.Cli.Engine.State;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Engine.Local;

[NonParallelizable]
public sealed class StackLockTests
{
    private static readonly LockHolder Holder = new(4711, "laptop", "up", new DateTimeOffset(2026, 11, 2, 8, 30, 0, TimeSpan.Zero));

    private TemporaryWorkspace _workspace = null!;

    private StackFolder Folder => new(_workspace.Folder, "dev");

    [SetUp]
    public void CopyWorkspace() => _workspace = new TemporaryWorkspace();

    [TearDown]
    public void RemoveWorkspace() => _workspace.Dispose();

    [TestCase("up")]
    [TestCase("destroy")]
    public async Task Command_OnALockedStack_NamesTheHolder(string verb)
    {
        await CommandLineRun.InAsync(_workspace, "up", "dev", "--yes");
        var state = _workspace.Read(".release/dev/state.json");
        await using var taken = await StackLock.TakeAsync(Folder, Holder, TimeProvider.System, CancellationToken.None);
        var run = await CommandLineRun.InAsync(_workspace, verb, "dev", "--yes");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Locked));
        Assert.That(run.Output, Is.Empty);
        Assert.That(run.Error, Is.EqualTo(
            "dev is locked by process 4711 on laptop since 2026-11-02 08:30:00 UTC, for 'release up dev'. Run the command again when that " +
            "is done. The lock of a process that died ends with it; where a network drive kept it, remove .release/dev/lock.\n"));
        Assert.That(_workspace.Read(".release/dev/state.json"), Is.EqualTo(state));
    }

    [TestCase("preview")]
    [TestCase("outputs")]
    [TestCase("history")]
    public async Task WhoOnlyReads_IsNotLockedOut(string verb)
    {
        await CommandLineRun.InAsync(_workspace, "up", "dev", "--yes");
        await using var taken = await StackLock.TakeAsync(Folder, Holder, TimeProvider.System, CancellationToken.None);
        var run = await CommandLineRun.InAsync(_workspace, verb, "dev");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
    }

    [Test]
    public async Task Take_AfterItIsGivenBack()
    {
        await (await StackLock.TakeAsync(Folder, Holder, TimeProvider.System, CancellationToken.None)).DisposeAsync();

        await using var again = await StackLock.TakeAsync(Folder, Holder with { ProcessId = 4712 }, TimeProvider.System, CancellationToken.None);

        Assert.That(LockHolderJson.Find(Folder.PathOf("lock.json"))!.ProcessId, Is.EqualTo(4712));
    }

    [Test]
    public async Task Take_WhatADeadProcessLeft()
    {
        Directory.CreateDirectory(Folder.Path);
        await File.WriteAllTextAsync(Folder.PathOf("lock"), "");
        await File.WriteAllTextAsync(Folder.PathOf("lock.json"), """{"pid":1,"host":"laptop","purpose":"up","since":"2026-11-01T00:00:00Z"}""");

        await using var taken = await StackLock.TakeAsync(Folder, Holder, TimeProvider.System, CancellationToken.None);

        Assert.That(LockHolderJson.Find(Folder.PathOf("lock.json")), Is.EqualTo(Holder));
    }

    [Test]
    public async Task Locked_BeforeTheHolderHasGivenItsName()
    {
        await using var taken = await StackLock.TakeAsync(Folder, Holder, TimeProvider.System, CancellationToken.None);
        File.Delete(Folder.PathOf("lock.json"));

        Assert.That(
            () => StackLock.TakeAsync(Folder, Holder, TimeProvider.System, CancellationToken.None),
            Throws.TypeOf<ReleaseFailure>().With.Message.EqualTo(
                "dev has just been locked by another process. Run the command again when that is done."));
    }
}
