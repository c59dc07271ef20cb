using ReleaseInfra.Cli.Runs.Gates;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Runs.Gates;

/// <summary>Two measurements must pass in a row.</summary>
public sealed class GateBoardTests
{
    private static readonly Verdict Passed = Verdict.Passed("fine.");
    private static readonly Verdict Failed = Verdict.Failed("broken.");

    private static readonly GateOf Health = new("health", "web", new GateTerms
    {
        Interval = TimeSpan.FromSeconds(20),
        ConsecutiveSuccessLimit = 2,
        Evidence = new EvidenceFloor(2, 0),
    });

    private JournalInHand _hand = null!;
    private GateBoard _board = null!;

    [SetUp]
    public async Task BeginAsync()
    {
        _hand = await JournalInHand.BeginAsync(Beginnings.Web, new ManualTime());
        await _hand.BakeAsync();
        _board = new GateBoard(_hand.Journal);
    }

    [TearDown]
    public async Task EndAsync() => await _hand.DisposeAsync();

    [Test]
    public async Task Observe_WritesDownEachMeasurement_WithItsNumbers()
    {
        _board.Enter([Health]);

        Assert.That(await _board.ObserveAsync(Read(Health, Passed, requests: 40)), Is.Null);

        var judged = (Judged)(await _hand.EntriesAsync())[^1];
        Assert.That((judged.Gate, judged.Service, judged.Requests, judged.Verdict), Is.EqualTo(("health", "web", 40L, Passed)));
    }

    [Test]
    public async Task Observe_AGateThatIsDecided_IsConcludedOnce()
    {
        _board.Enter([Health]);
        var since = _hand.Standing.Number + 1;
        for (var i = 0; i < 4; i++)
            await _board.ObserveAsync(Read(Health, Passed));

        var concluded = (await ConcludedAsync()).Single();
        Assert.That(
            (concluded.Gate, concluded.Service, concluded.Since, concluded.TimeIsUp, concluded.Verdict.Outcome),
            Is.EqualTo(("health", "web", since, false, Outcome.Passed)));
    }

    [Test]
    public async Task Observe_AGateThatPassed_AndFailsLater_IsToldAgain()
    {
        _board.Enter([Health]);
        await _board.ObserveAsync(Read(Health, Passed));
        Assert.That((await _board.ObserveAsync(Read(Health, Passed)))!.Outcome, Is.EqualTo(Outcome.Passed));
        Assert.That((await _board.ObserveAsync(Read(Health, Failed)))!.Message, Is.EqualTo("health of web: 1 of 3 measurements failed, limit 0. broken."));

        Assert.That((await ConcludedAsync()).Select(concluded => concluded.Verdict.Outcome), Is.EqualTo(new[] { Outcome.Passed, Outcome.Failed }));
        Assert.That(_board.Conclude().Outcome, Is.EqualTo(Outcome.Failed));
    }

    [Test]
    public async Task Conclude_IsOfAllGates_AndWhatWasNeverMeasuredIsNoPass()
    {
        var never = Health with { Name = "p95" };
        _board.Enter([Health, never]);
        await _board.ObserveAsync(Read(Health, Passed));
        await _board.ObserveAsync(Read(Health, Passed));

        Assert.That(_board.Conclude(), Is.EqualTo(Verdict.Inconclusive("p95 of web: 0 of 0 measurements passed, 2 are needed.")));
    }

    [Test]
    public void Conclude_OfNoGate_IsNoPass()
    {
        _board.Enter([]);

        Assert.That(_board.Conclude(), Is.EqualTo(Verdict.Inconclusive("No gate has judged.")));
    }

    // Such as the question, after one health check that was not answered, whether anything answers at all.
    [Test]
    public async Task Conclude_LeavesOutAGateThatNeedNotPass()
    {
        _board.Enter([Health]);
        await _board.ObserveAsync(Read(Health, Passed));
        await _board.ObserveAsync(Read(Health, Passed));
        await _board.ObserveAsync(Read(Health with { Name = "answers" }, Passed));

        Assert.That(_board.Conclude().Outcome, Is.EqualTo(Outcome.Passed));
    }

    [Test]
    public async Task Observe_AGateThatNeedNotPass_MayFail()
    {
        _board.Enter([Health]);

        Assert.That((await _board.ObserveAsync(Read(Health with { Name = "answers" }, Failed)))!.Outcome, Is.EqualTo(Outcome.Failed));
        Assert.That((await ConcludedAsync()).Single().Gate, Is.EqualTo("answers"));
    }

    [Test]
    public async Task Enter_ForgetsWhatWasMeasuredBefore()
    {
        _board.Enter([Health]);
        await _board.ObserveAsync(Read(Health, Passed));
        _board.Enter([Health]);
        await _board.ObserveAsync(Read(Health, Passed));

        Assert.That(_board.Conclude(), Is.EqualTo(Verdict.Inconclusive("health of web: 1 of 1 measurements passed, 2 are needed. fine.")));
    }

    [Test]
    public async Task End_SaysWhatGatesSayThatWereNotDecided()
    {
        var (late, early) = (Health with { Name = "p95" }, Health with { Name = "error rate" });
        _board.Enter([late, Health, early]);
        await _board.ObserveAsync(Read(Health, Passed));
        await _board.ObserveAsync(Read(Health, Passed));
        await _board.ObserveAsync(Read(late, Passed));
        await _board.EndAsync();

        Assert.That(
            (await ConcludedAsync()).Where(concluded => concluded.TimeIsUp).Select(concluded => $"{concluded.Gate}: {concluded.Verdict.Message}"),
            Is.EqualTo(new[] { "error rate: 0 of 0 measurements passed, 2 are needed.", "p95: 1 of 1 measurements passed, 2 are needed. fine." }));
    }

    private async Task<GateConcluded[]> ConcludedAsync() => [.. (await _hand.EntriesAsync()).OfType<GateConcluded>()];

    private static GateReading Read(GateOf gate, Verdict verdict, long requests = 0) => new(gate, Looks.At(new GivenVerdict(verdict)), requests);
}
