using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Traffic;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Release.Tests.Azure;
using static ReleaseInfra.Release.Tests.Azure.LiveAzure;

namespace ReleaseInfra.Release.Tests.Traffic;

/// <summary>One writer, and others who do not know of it.</summary>
public sealed class FencedTrafficTests
{
    private static readonly StatedTraffic Before = At(90, 10);
    private static readonly StatedTraffic Wanted = At(50, 50);
    private static readonly StatedTraffic Foreign = At(0, 100);

    private LiveAzure _live = null!;
    private TrafficFence _fence = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _live = await LiveAzure.OpenAsync();
        await _live.PutAppAsync("v1");
        await _live.PutAppAsync("v2", Row("web--v1", 90, "blue"), Row("web--v2", 10, "green"));
        _fence = new TrafficFence(Before.Table);
    }

    [TearDown]
    public async Task CloseAsync() => await _live.DisposeAsync();

    [Test]
    public async Task Write_IsReadBack_AndKnown()
    {
        Assert.That(await Writer().WriteAsync(Wanted, default), Is.EqualTo(new TrafficWritten(Wanted.Table)));

        AssertKnown(Wanted);
        Assert.That(await LiveTrafficAsync(), Is.EqualTo(Wanted.Table));
    }

    [Test]
    public async Task Write_WhatStands_SendsNothing()
    {
        Assert.That(await Writer().WriteAsync(Before, default), Is.EqualTo(new TrafficFound(Before.Table, "it stood so already.")));

        Assert.That(Patches(), Is.Empty);
    }

    [Test]
    public async Task Write_AfterAForeignChange_IsNotSent()
    {
        await _live.Azure.Traffic.SetAsync(_live.App, Foreign.Entries, default);
        var sent = Patches().Length;

        var foreign = (TrafficForeign)await Writer().WriteAsync(Wanted, default);

        Assert.That(foreign.Message, Is.EqualTo(
            "The traffic was changed by somebody else: web--v1 has 0 % (blue), not 90 % (blue); web--v2 has 100 % (green), not 10 % (green)."));
        Assert.That(foreign.Sent, Is.False);
        Assert.That(Patches(), Has.Length.EqualTo(sent));
        Assert.That(await LiveTrafficAsync(), Is.EqualTo(Foreign.Table));
    }

    [Test]
    public async Task Write_AfterAForeignLabel_IsNotSent()
    {
        await _live.Azure.Traffic.SetAsync(_live.App, [Before.Entries[0], Before.Entries[1] with { Label = null }], default);

        Assert.That(((TrafficForeign)await Writer().WriteAsync(Wanted, default)).Message, Is.EqualTo(
            "The traffic was changed by somebody else: web--v2 has 10 %, not 10 % (green)."));
    }

    [Test]
    public async Task Write_OfWhatWasAccepted_GoesOnFromThere()
    {
        await _live.Azure.Traffic.SetAsync(_live.App, Foreign.Entries, default);
        _fence.Accept(Foreign.Table);

        Assert.That(await Writer().WriteAsync(Before, default), Is.EqualTo(new TrafficWritten(Before.Table)));
    }

    [Test]
    public async Task Write_ForeignChangeAtTheSameTime_IsToldAfterwards()
    {
        var writer = Writer(new Between(_live.Azure.Traffic, afterSet: () => _live.Azure.Traffic.SetAsync(_live.App, Foreign.Entries, default)));

        var foreign = (TrafficForeign)await writer.WriteAsync(Wanted, default);

        Assert.That((foreign.Sent, foreign.Live), Is.EqualTo((true, Foreign.Table)));
    }

    [Test]
    public async Task Write_WhoseAnswerIsLostForGood_IsFoundByReadingBack()
    {
        _live.Fail("containerApps.patch", new ConnectionReset(), times: 1000, afterEffect: true);

        var found = (TrafficFound)await Writer().WriteAsync(Wanted, default);

        Assert.That(found, Is.EqualTo(new TrafficFound(
            Wanted.Table, "Nobody knows whether PATCH Microsoft.App/containerApps/web took effect: 2 minutes passed.")));
        AssertKnown(Wanted);
    }

    [Test]
    public async Task Write_ThatNeverArrives_IsUndecided_AndMayYetTakeEffect()
    {
        _live.Fail("containerApps.patch", new ConnectionReset(), times: 1000);

        var undecided = (TrafficUndecided)await Writer().WriteAsync(Wanted, default);

        Assert.That(undecided.Why, Is.EqualTo(
            "Nobody knows whether PATCH Microsoft.App/containerApps/web took effect: 2 minutes passed. "
            + "It still stands as before: web--v1 90 % (blue), web--v2 10 % (green)."));
        AssertKnown(Before, Wanted);

        // It took effect after all, and is nobody else's doing.
        _live.Server.Faults.Clear();
        await _live.Azure.Traffic.SetAsync(_live.App, Wanted.Entries, default);
        Assert.That(await Watch().LookAsync(default), Is.EqualTo(new TrafficAsKnown(Wanted.Table)));
        Assert.That(await Writer().WriteAsync(Foreign, default), Is.EqualTo(new TrafficWritten(Foreign.Table)));
    }

    [Test]
    public async Task Write_BackWhileAnotherMayTakeEffect_IsSentThoughItStands()
    {
        _fence.Await(Wanted.Table);

        Assert.That(await Writer().WriteAsync(Before, default), Is.EqualTo(new TrafficWritten(Before.Table)));

        Assert.That(Patches(), Has.Length.EqualTo(1));
        AssertKnown(Before);
    }

    [Test]
    public async Task Write_BackWhileAnotherTakesEffect_IsNobodyElses()
    {
        _live.Fail("containerApps.patch", new ConnectionReset(), times: 1000);
        await Writer().WriteAsync(Foreign, default);
        await Writer().WriteAsync(Wanted, default);
        AssertKnown(Before, Foreign, Wanted);
        _live.Server.Faults.Clear();

        // The first of the two comes in late, and does not keep the third out.
        await _live.Azure.Traffic.SetAsync(_live.App, Foreign.Entries, default);
        Assert.That(await Watch().LookAsync(default), Is.EqualTo(new TrafficAsKnown(Foreign.Table)));
        Assert.That(await Writer().WriteAsync(Before, default), Is.EqualTo(new TrafficWritten(Before.Table)));
        AssertKnown(Before);
    }

    [Test]
    public async Task Write_Refused_LeavesAnEarlierOnePending()
    {
        _fence.Await(Wanted.Table);

        Assert.That(await Writer().WriteAsync(At(50, 50, newest: "web--v9"), default), Is.TypeOf<TrafficRefused>());
        AssertKnown(Before, Wanted);
    }

    [Test]
    public async Task Write_ThatAzureRefuses_ChangesNothing()
    {
        var refused = (TrafficRefused)await Writer().WriteAsync(At(50, 50, newest: "web--v9"), default);

        Assert.That(refused.Why, Does.StartWith("Azure refused PATCH Microsoft.App/containerApps/web: 400 BadRequest: "));
        AssertKnown(Before);
        Assert.That(await LiveTrafficAsync(), Is.EqualTo(Before.Table));
    }

    [Test]
    public async Task Write_ThatIsNeverTaken_IsRefused()
    {
        _live.Fail("containerApps.patch", new Conflict(), times: 1000);

        Assert.That(((TrafficRefused)await Writer().WriteAsync(Wanted, default)).Why, Does.Contain("409 ContainerAppOperationInProgress"));
        AssertKnown(Before);
    }

    [Test]
    public async Task Write_WithoutALookBefore_IsNotSent()
    {
        _live.Fail("containerApps.get", new ServerError(), times: 1000);

        Assert.That(
            ((TrafficUnreadable)await Writer().WriteAsync(Wanted, default)).Why,
            Does.StartWith("Azure refused GET Microsoft.App/containerApps/web: 500 InternalServerError: "));
        Assert.That(Patches(), Is.Empty);
    }

    [Test]
    public async Task Write_Interrupted_LeavesItPending()
    {
        using var interrupt = new CancellationTokenSource();
        var writer = Writer(new Between(_live.Azure.Traffic, afterSet: () => interrupt.CancelAsync()));

        Assert.That(async () => await writer.WriteAsync(Wanted, interrupt.Token), Throws.InstanceOf<OperationCanceledException>());
        AssertKnown(Before, Wanted);
    }

    [Test]
    public async Task Watch_SeesAForeignChange_InOnePoll()
    {
        Assert.That(await Watch().LookAsync(default), Is.EqualTo(new TrafficAsKnown(Before.Table)));

        await _live.Azure.Traffic.SetAsync(_live.App, [new(new LatestRevision(), 100, null)], default);

        Assert.That(((TrafficChanged)await Watch().LookAsync(default)).Message, Is.EqualTo(
            "The traffic was changed by somebody else: the latest revision has 100 %, not 0 %; "
            + "web--v1 has 0 %, not 90 % (blue); web--v2 has 0 %, not 10 % (green)."));
    }

    [Test]
    public async Task Watch_DuringAWrite_SeesNobodyElse()
    {
        // The look comes back with what stood before, when the write has already ended.
        var watch = new TrafficWatch(new Between(_live.Azure.Traffic, afterGet: () => _fence.Accept(Wanted.Table)), _live.App, _fence);

        Assert.That(await watch.LookAsync(default), Is.EqualTo(new TrafficAsKnown(Before.Table)));
    }

    [Test]
    public async Task Watch_WithoutAnAnswer_HasNotSeen()
    {
        _live.Fail("containerApps.get", new ConnectionReset(), times: 1000);

        Assert.That(
            ((TrafficUnseen)await Watch().LookAsync(default)).Why,
            Does.StartWith("Azure gave no answer to GET Microsoft.App/containerApps/web: "));
    }

    private static StatedTraffic At(int blue, int green, string newest = "web--v2") => StatedTraffic.Of(
    [
        new TrafficEntry(new NamedRevision("web--v1"), blue, "blue"), new TrafficEntry(new NamedRevision(newest), green, "green"),
    ]);

    private void AssertKnown(StatedTraffic known, params StatedTraffic[] pending)
    {
        Assert.That(_fence.Known, Is.EqualTo(known.Table));
        Assert.That(_fence.State.Pending, Is.EqualTo(pending.Select(traffic => traffic.Table)));
    }

    private TrafficWriter Writer(ITraffic? traffic = null) => new(traffic ?? _live.Azure.Traffic, _live.App, _fence, _live.Time);

    private TrafficWatch Watch() => new(_live.Azure.Traffic, _live.App, _fence);

    private async Task<TrafficTable> LiveTrafficAsync() => TrafficTable.Of(await _live.Azure.Traffic.GetAsync(_live.App, default));

    private string[] Patches() => [.. _live.Log.Of("/web").Where(attempt => attempt.StartsWith("PATCH", StringComparison.Ordinal))];

    /// <summary>Azure's traffic, with something that happens just after a call.</summary>
    private sealed class Between(ITraffic traffic, Func<Task>? afterSet = null, Action? afterGet = null) : ITraffic
    {
        public async Task<ImmutableArray<TrafficEntry>> GetAsync(AzureId app, CancellationToken cancellation)
        {
            var entries = await traffic.GetAsync(app, cancellation);
            afterGet?.Invoke();
            return entries;
        }

        public async Task SetAsync(AzureId app, ImmutableArray<TrafficEntry> entries, CancellationToken cancellation)
        {
            await traffic.SetAsync(app, entries, cancellation);
            if (afterSet is not null)
                await afterSet();
        }
    }
}
