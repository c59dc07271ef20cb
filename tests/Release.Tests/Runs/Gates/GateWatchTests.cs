using System.Collections.Immutable;
using ReleaseInfra.Cli.Runs.Gates;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Runs.Gates;

/// <summary>Web bakes at 10 % for five minutes, looked at each minute; after twenty the state's deadline passes.</summary>
public sealed class GateWatchTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private static readonly Verdict Passed = Verdict.Passed("fine.");
    private static readonly Verdict Failed = Verdict.Failed("broken.");
    private static readonly Verdict Inconclusive = Verdict.Inconclusive("too few.");

    private readonly ManualTime _time = new();
    private JournalInHand _hand = null!;

    [SetUp]
    public async Task BeginAsync()
    {
        _hand = await JournalInHand.BeginAsync(Beginnings.Web, _time);
        await _hand.BakeAsync();
    }

    [TearDown]
    public async Task EndAsync() => await _hand.DisposeAsync();

    [Test]
    public async Task Look_PassesAfterTheBake_AndNotBefore() => Assert.That(
        await UntilSeenAsync(Watch(new ScriptedProbe(_ => Passed))), Is.EqualTo((new GatesPassed(), TimeSpan.FromMinutes(5))));

    [Test]
    public async Task Look_GatesThatPassLate_AreWaitedFor() => Assert.That(
        await UntilSeenAsync(Watch(new ScriptedProbe(look => look < 10 ? Inconclusive : Passed))),
        Is.EqualTo((new GatesPassed(), TimeSpan.FromMinutes(10))));

    [Test]
    public async Task Look_WhatIsStillUnprovedBeforeTheDeadline_LacksEvidence() => Assert.That(
        await UntilSeenAsync(Watch(new ScriptedProbe(_ => Inconclusive))),
        Is.EqualTo((new EvidenceMissing("health of web: 0 of 19 measurements passed, 1 are needed. too few."), TimeSpan.FromMinutes(18))));

    [Test]
    public async Task Look_WithoutAnyGate_LacksEvidence() => Assert.That(
        await UntilSeenAsync(Watch(new ScriptedProbe(_ => Passed) { IsGate = false })),
        Is.EqualTo((new EvidenceMissing("No gate has judged."), TimeSpan.FromMinutes(18))));

    // Whoever takes it over cannot go back to the beginning of the time that the state has.
    [Test]
    public async Task Look_OfAReleaseThatIsTakenOverLate_LacksEvidenceBeforeTheDeadlineToo()
    {
        _time.Advance(TimeSpan.FromMinutes(16));

        Assert.That(
            await UntilSeenAsync(Watch(new ScriptedProbe(_ => Passed))),
            Is.EqualTo((new EvidenceMissing("health of web: 3 of 3 measurements passed, 0 failed, limit 0. fine."), TimeSpan.FromMinutes(2))));
    }

    [Test]
    public async Task Look_WhatFails_IsSaidAtOnce() => Assert.That(
        await UntilSeenAsync(Watch(new ScriptedProbe(_ => Failed))),
        Is.EqualTo((new GateFailed("health of web: 1 of 1 measurements failed, limit 0. broken."), TimeSpan.Zero)));

    [Test]
    public async Task Look_WhatFailsAfterTheFirstProbe_IsSaidToo() => Assert.That(
        (await UntilSeenAsync(Watch(new ScriptedProbe(_ => Passed), new ScriptedProbe(_ => Failed) { Name = "p95" }))).Seen,
        Is.EqualTo(new GateFailed("p95 of web: 1 of 1 measurements failed, limit 0. broken.")));

    [Test]
    public async Task Look_MeasuresAtItsInterval_HoweverOftenItIsAsked()
    {
        var probe = new ScriptedProbe(_ => Inconclusive);
        var watch = Watch(probe);
        for (var second = 0; second < 130; second += 10)
        {
            await watch.LookAsync(_hand.Standing, default);
            _time.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.That(probe.Looks, Is.EqualTo(3));
    }

    [Test]
    public async Task Look_InAnotherState_BeginsAnew()
    {
        var probe = new ScriptedProbe(_ => Passed);
        var watch = Watch(probe);
        await _hand.WriteAsync((await UntilSeenAsync(watch)).Seen);
        await watch.LookAsync(_hand.Standing, default);
        await _hand.Journal.WriteAsync(new Domain.Journal.Entries.WorkBegan(new Domain.Journal.Works.WeightChange("web", 100)));
        await _hand.WriteAsync(new ServiceMoved("web"));

        Assert.That(await UntilSeenAsync(watch), Is.EqualTo((new GatesPassed(), TimeSpan.FromMinutes(5))));
        Assert.That(probe.Entered, Is.EqualTo(new[] { "baking at 10 %", "shifting web to 100 %", "baking at 100 %" }));
    }

    [Test]
    public async Task Look_WhereNothingHasToPass_OnlyWhatFailsIsNews()
    {
        await _hand.WriteAsync(new GatesPassed());
        var probe = new ScriptedProbe(look => look < 30 ? Passed : Failed);

        Assert.That(
            await UntilSeenAsync(Watch(probe)),
            Is.EqualTo((new GateFailed("health of web: 1 of 31 measurements failed, limit 0. broken."), TimeSpan.FromMinutes(30))));
    }

    [Test]
    public async Task Look_AtTheWatchsEnd_IsTheEndOfTheWatch()
    {
        await _hand.WriteAsync(new GatesPassed());
        await _hand.Journal.WriteAsync(new Domain.Journal.Entries.WorkBegan(new Domain.Journal.Works.WeightChange("web", 100)));
        await _hand.WriteAsync(new ServiceMoved("web"), new GatesPassed(), new WatchBegan());

        Assert.That(await UntilSeenAsync(Watch(new ScriptedProbe(_ => Passed))), Is.EqualTo((new WatchPassed(), TimeSpan.FromHours(1))));
    }

    private GateWatch Watch(params IGateProbe[] probes) => new(probes, new GateBoard(_hand.Journal), Interval, _time);

    private async Task<(RolloutEvent Seen, TimeSpan After)> UntilSeenAsync(GateWatch watch)
    {
        var begun = _time.GetTimestamp();
        for (var looks = 0; looks < 100; looks++)
        {
            if (await watch.LookAsync(_hand.Standing, default) is { } seen)
                return (seen, _time.GetElapsedTime(begun));
            _time.Advance(Interval);
        }

        throw new InvalidOperationException("Nothing was ever seen.");
    }

    /// <param name="verdict">Of each look, from 0.</param>
    private sealed class ScriptedProbe(Func<int, Verdict> verdict) : IGateProbe
    {
        public string Name { get; init; } = "health";

        public bool IsGate { get; init; } = true;

        public int Looks { get; private set; }

        public List<string> Entered { get; } = [];

        private GateOf Gate => new(Name, "web", new GateTerms { Interval = Interval, Evidence = new EvidenceFloor(1, 0) });

        public ImmutableArray<GateOf> GatesIn(RolloutState state) => IsGate && state is Baking or Watching ? [Gate] : [];

        public void Enter(RolloutState state, DateTimeOffset now) => Entered.Add(state.Words);

        public Task<ImmutableArray<GateReading>> LookAsync(RolloutState state, CancellationToken cancellation) => Task.FromResult<ImmutableArray<GateReading>>(
            IsGate ? [new GateReading(Gate, Look(verdict(Looks++)), 0)] : []);

        private static Look Look(Verdict given) => ReleaseInfra.Tests.Support.Journals.Looks.At(new GivenVerdict(given));
    }
}
