using ReleaseInfra.Cli.Runs;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Runs;

public sealed class VigilTests
{
    private static readonly ReleaseStanding Planned = ReleaseStory.Of(Beginnings.Web).Standing;
    private static readonly ReleaseStanding GoingBack = ReleaseStory.Completed().Then(new GateFailed("6 % of 5 %")).Standing;

    private readonly ManualTime _time = new();

    [Test]
    public async Task Keep_LooksInTheOrder_AndSaysWhatWasSeenFirst()
    {
        var (quiet, first, second) = (new ScriptedWatch(), new ScriptedWatch(new FreezeMet("night")), new ScriptedWatch(new WorkFailed("409")));

        Assert.That(await Vigil(quiet, first, second).KeepAsync(Planned, default), Is.EqualTo(new FreezeMet("night")));
        Assert.That((quiet.Looks, first.Looks, second.Looks), Is.EqualTo((1, 1, 0)));
    }

    [Test]
    public async Task Keep_PassesOverWhatTheStateDoesNotExpect() => Assert.That(
        await Vigil(new ScriptedWatch(new GatesPassed()), new ScriptedWatch(new FreezeMet("night"))).KeepAsync(Planned, default),
        Is.EqualTo(new FreezeMet("night")));

    [Test]
    public async Task Keep_LooksAgainAfterItsInterval()
    {
        var watch = new ScriptedWatch(null, null, new FreezeMet("night"));
        var keeping = Vigil(watch).KeepAsync(Planned, default);

        Assert.That(watch.Looks, Is.EqualTo(1));
        _time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.That(watch.Looks, Is.EqualTo(1));
        _time.Advance(TimeSpan.FromSeconds(10.1));
        Assert.That(await keeping, Is.EqualTo(new FreezeMet("night")));
        Assert.That(watch.Looks, Is.EqualTo(3));
    }

    // Nothing that could be seen there would change it, and every call takes from the seconds that it has.
    [Test]
    public void Keep_OnTheWayBack_LooksAtNothing()
    {
        var watch = new ScriptedWatch(new WorkFailed("409"));
        using var over = new CancellationTokenSource();
        var keeping = Vigil(watch).KeepAsync(GoingBack, over.Token);
        _time.Advance(TimeSpan.FromMinutes(1));
        over.Cancel();

        Assert.That(() => keeping, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(watch.Looks, Is.Zero);
    }

    private Vigil Vigil(params IWatch[] watches) => new(watches, TimeSpan.FromSeconds(10), _time);

    private sealed class ScriptedWatch(params RolloutEvent?[] seen) : IWatch
    {
        public int Looks { get; private set; }

        public Task<RolloutEvent?> LookAsync(ReleaseStanding standing, CancellationToken cancellation) =>
            Task.FromResult(Looks++ < seen.Length ? seen[Looks - 1] : null);
    }
}
