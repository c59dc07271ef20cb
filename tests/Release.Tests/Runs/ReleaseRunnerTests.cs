using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Runs;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Release.Tests.Journal;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Runs;

public sealed class ReleaseRunnerTests
{
    private readonly ManualTime _time = new();
    private readonly FullDisk _disk = new();
    private JournalInHand _hand = null!;

    [SetUp]
    public async Task BeginAsync() => _hand = await JournalInHand.BeginAsync(Beginnings.Web, _time, _disk);

    [TearDown]
    public async Task EndAsync() => await _hand.DisposeAsync();

    [Test]
    public async Task Run_DoesEachStatesWork_UntilThereIsNoneLeft()
    {
        var state = await Runner(At(new PreflightPassed()), At(new Paused("ann", "lunch")), null).RunAsync(default);

        Assert.That(state, Is.SameAs(_hand.Standing.State));
        Assert.That(state.Words, Does.StartWith("held"));
        Assert.That(await _hand.EventsAsync(), Is.EqualTo(new[] { "preflight passed", "paused" }));
    }

    [Test]
    public async Task Run_WhatIsSeenFirst_Happens_OnceTheWorkHasComeToItsEnd()
    {
        var end = new TaskCompletionSource();
        var work = new ScriptedWork(async token =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token).ContinueWith(_ => { }, TaskScheduler.Default);
            await end.Task;
            return new PreflightPassed();
        });
        var running = Runner([work, null], new FreezeMet("night")).RunAsync(default);

        Assert.That(work.Token.IsCancellationRequested, Is.True);
        Assert.That(await _hand.EventsAsync(), Is.Empty);
        end.SetResult();
        await running;
        Assert.That(await _hand.EventsAsync(), Is.EqualTo(new[] { "freeze met" }));
    }

    [Test]
    public async Task Run_WorkThatEndsFirst_Happens_AndNobodyLooksOn()
    {
        var watch = new SilentWatch();
        await new ReleaseRunner(
            _hand.Journal, new ScriptedWorks(At(new PreflightPassed()), null), new Vigil([watch], TimeSpan.FromSeconds(10), _time), _time).RunAsync(default);
        var looks = watch.Looks;
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(watch.Looks, Is.EqualTo(looks));
        Assert.That(await _hand.EventsAsync(), Is.EqualTo(new[] { "preflight passed" }));
    }

    [Test]
    public async Task Run_AtTheStatesDeadline_LeavesIt()
    {
        var running = Runner(Endless, null).RunAsync(default);
        _time.Advance(TimeSpan.FromMinutes(15));

        Assert.That(((Aborted)await running).Reason, Is.EqualTo("no end of 'planned' in time"));
    }

    [Test]
    public async Task Run_OfAReleaseThatIsTakenOver_HasTheTimeThatIsLeft()
    {
        _time.Advance(TimeSpan.FromMinutes(14));
        var running = Runner(Endless, null).RunAsync(default);
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.That(await _hand.EventsAsync(), Is.Empty);
        _time.Advance(TimeSpan.FromSeconds(1));
        await running;

        Assert.That(await _hand.EventsAsync(), Is.EqualTo(new[] { "deadline passed" }));
    }

    [Test]
    public async Task Run_Interrupted_SaysSo_AndEnds()
    {
        using var interrupt = new CancellationTokenSource();
        var works = new ScriptedWorks(Endless, null);
        var running = Runner(works).RunAsync(interrupt.Token);
        await interrupt.CancelAsync();

        Assert.That((await running).Words, Does.StartWith("held"));
        Assert.That(((Held)_hand.Standing.State).Reason, Is.TypeOf<InterruptedRun>());
        Assert.That(works.Interrupted, Is.EqualTo(new[] { false, true }));
    }

    [Test]
    public async Task Run_ARollback_IsNotInterrupted()
    {
        await _hand.BakeAsync();
        await _hand.WriteAsync(new GateFailed("6 % of 5 %"));
        using var interrupt = new CancellationTokenSource();
        await interrupt.CancelAsync();
        var work = new ScriptedWork(async token =>
        {
            token.ThrowIfCancellationRequested();
            await _hand.Journal.WriteAsync(new WorkBegan(new WeightChange("web", 0)));
            return new ServiceReturned("web");
        });

        Assert.That(await Runner(work, null).RunAsync(interrupt.Token), Is.TypeOf<RolledBack>());
    }

    private static readonly TestCaseData[] Failures =
    [
        new TestCaseData(ReleaseFailure.MigrationUnknown("app-migration")).SetArgDisplayNames("ours"),
        new TestCaseData(new AzureUnreachable(new AzureCallName("GET", "/x", "1"), "no route to host.")).SetArgDisplayNames("Azure's"),
    ];

    [TestCaseSource(nameof(Failures))]
    public async Task Run_WorkThatFails_Happens(Exception failure)
    {
        var state = await Runner(new ScriptedWork(_ => throw failure), null).RunAsync(default);

        Assert.That(((Aborted)state).Reason, Is.EqualTo(failure.Message));
        Assert.That(await _hand.EventsAsync(), Is.EqualTo(new[] { "work failed" }));
    }

    // A defect of this program is no fact about the release.
    [Test]
    public async Task Run_WorkThatBreaks_IsNotWrittenDown()
    {
        var works = new ScriptedWorks(new ScriptedWork(_ => throw new InvalidCastException("a defect")), null);

        Assert.That(() => Runner(works).RunAsync(default), Throws.TypeOf<InvalidCastException>());
        Assert.That(await _hand.EventsAsync(), Is.Empty);
    }

    [Test]
    public async Task Run_WhereTheJournalCannotBeWritten_Ends_AndDoesNothingMore()
    {
        _disk.LinesFit = false;
        var works = new ScriptedWorks(At(new PreflightPassed()), At(new NewVersionReady()));

        var lost = Assert.ThrowsAsync<JournalLost>(() => Runner(works).RunAsync(default));
        Assert.That(lost.Why.Code, Is.EqualTo(ExitCode.EngineFailed));
        Assert.That(lost.Message, Does.StartWith("The disk is full: "));
        Assert.That(works.Interrupted, Has.Count.EqualTo(1));
        _disk.LinesFit = true;
        Assert.That(await _hand.EventsAsync(), Is.Empty);
    }

    private static ScriptedWork Endless => new ScriptedWork(async token =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, token);
        return new PreflightPassed();
    });

    private static ScriptedWork At(RolloutEvent happened) => new ScriptedWork(_ => Task.FromResult(happened));

    private ReleaseRunner Runner(params IStateWork?[] works) => Runner(new ScriptedWorks(works));

    private ReleaseRunner Runner(IStateWork?[] works, RolloutEvent seen) => new(
        _hand.Journal, new ScriptedWorks(works), new Vigil([new SilentWatch { Sees = seen }], TimeSpan.FromSeconds(10), _time), _time);

    private ReleaseRunner Runner(ScriptedWorks works) =>
        new(_hand.Journal, works, new Vigil([], TimeSpan.FromSeconds(10), _time), _time);

    /// <param name="works">One after the other.</param>
    private sealed class ScriptedWorks(params IStateWork?[] works) : IStateWorks
    {
        /// <summary>Of each time that it was asked.</summary>
        public List<bool> Interrupted { get; } = [];

        public IStateWork? For(ReleaseStanding standing, bool isInterrupted)
        {
            Interrupted.Add(isInterrupted);
            return works[Interrupted.Count - 1];
        }
    }

    private sealed class ScriptedWork(Func<CancellationToken, Task<RolloutEvent>> work) : IStateWork
    {
        public CancellationToken Token { get; private set; }

        public Task<RolloutEvent> DoAsync(ReleaseStanding standing, CancellationToken cancellation) => work(Token = cancellation);
    }

    private sealed class SilentWatch : IWatch
    {
        public int Looks { get; private set; }

        public RolloutEvent? Sees { get; init; }

        public Task<RolloutEvent?> LookAsync(ReleaseStanding standing, CancellationToken cancellation)
        {
            Looks++;
            return Task.FromResult(Sees);
        }
    }
}
