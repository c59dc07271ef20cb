using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using ReleaseInfra.Rehearsal.Load;
using ReleaseInfra.Rehearsal.Tests.Ingress;

namespace ReleaseInfra.Rehearsal.Tests.Load;

[CancelAfter(60_000)]
public sealed class OpenLoopLoadTests
{
    [Test]
    public async Task Load_GoesRoundTargetsAndPaths(CancellationToken cancellation)
    {
        var asked = new ConcurrentQueue<string>();
        await using var backend = await LocalBackend.StartAsync("v", context =>
        {
            asked.Enqueue(context.Request.Host + context.Request.Path + context.Request.QueryString);
            return Task.CompletedTask;
        });
        await using var load = OpenLoopLoad.Start(Options(backend.Backend.Address) with
        {
            Targets = [new LoadTarget("web", "web.io", ["/", "/a?b=1"]), new LoadTarget("api", "api.io", ["/api"])],
        });
        var figures = await SentAsync(load, 40, cancellation);

        Assert.That(figures, Has.Property(nameof(LoadFigures.Lost)).Zero.And.Property(nameof(LoadFigures.Failed)).Zero);
        Assert.That(figures.Answered, Is.EqualTo(figures.Sent).And.EqualTo(asked.Count));
        var counted = asked.CountBy(line => line).ToDictionary();
        Assert.That(counted.Keys, Is.EquivalentTo(new[] { "web.io/", "web.io/a?b=1", "api.io/api" }));
        Assert.That(counted["api.io/api"], Is.EqualTo(figures.Sent / 2));
        Assert.That(counted["web.io/"] - counted["web.io/a?b=1"], Is.InRange(0, 1));
    }

    [Test]
    public async Task Load_IsSentThoughNothingAnswers(CancellationToken cancellation)
    {
        var let = new TaskCompletionSource();
        await using var backend = await LocalBackend.StartAsync("v", _ => let.Task);
        await using var load = OpenLoopLoad.Start(Options(backend.Backend.Address));
        while (backend.Requests < 50)
            await Task.Delay(10, cancellation);

        Assert.That(load.Figures, Has.Property(nameof(LoadFigures.Answered)).Zero.And.Property(nameof(LoadFigures.UnderWay)).AtLeast(50));

        let.SetResult();
        var figures = await load.StopAsync(cancellation);
        Assert.That(figures.Answered, Is.EqualTo(figures.Sent));
        Assert.That(figures.UnderWay, Is.Zero);
    }

    [Test]
    public async Task Answer_OfAVersionFailsAndIsNotLost(CancellationToken cancellation)
    {
        await using var backend = await LocalBackend.StartAsync("v", context =>
        {
            context.Response.StatusCode = context.Request.Path == "/bad" ? 500 : 404;
            return Task.CompletedTask;
        });
        var figures = await LoadedAsync(Options(backend.Backend.Address) with { Targets = [new LoadTarget("web", "web.io", ["/", "/bad"])] }, cancellation);

        Assert.That(figures.Answered, Is.EqualTo(figures.Sent));
        Assert.That(figures.Failed, Is.EqualTo(figures.Sent / 2));
        Assert.That(figures.FirstLost, Is.Empty);
    }

    [Test]
    public async Task Answer_OfTheIngressItselfIsLost(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        var figures = await LoadedAsync(Options(ingress.Server.Address), cancellation);

        Assert.That(figures.Lost, Is.EqualTo(figures.Sent));
        Assert.That(figures.Answered, Is.Zero);
        Assert.That(figures.FirstLost, Has.Length.EqualTo(20));
        Assert.That(figures.FirstLost.Select(lost => (lost.App, lost.Why)), Is.All.EqualTo(("web", "The ingress answered 404: no-route.")));
    }

    [Test]
    public async Task Answer_ThatBreaksOffIsLost(CancellationToken cancellation)
    {
        await using var backend = await LocalBackend.StartAsync("v", async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("half");
            context.Abort();
        });
        var figures = await LoadedAsync(Options(backend.Backend.Address), cancellation);

        Assert.That(figures.Lost, Is.EqualTo(figures.Sent));
        Assert.That(figures.P50, Is.EqualTo(TimeSpan.Zero), "no answer, no latency");
    }

    [Test]
    public async Task Connection_ThatIsRefusedIsLost(CancellationToken cancellation)
    {
        var figures = await LoadedAsync(Options(Unserved()), cancellation);

        Assert.That(figures.Lost, Is.EqualTo(figures.Sent));
        Assert.That(figures.FirstLost[0].Why, Is.EqualTo("Connection refused"));
    }

    [Test]
    public async Task Answer_AfterThePatienceIsLost(CancellationToken cancellation)
    {
        await using var backend = await LocalBackend.StartAsync("v", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var figures = await LoadedAsync(Options(backend.Backend.Address) with { Patience = TimeSpan.FromMilliseconds(150) }, cancellation);

        Assert.That(figures.Lost, Is.EqualTo(figures.Sent));
        Assert.That(figures.FirstLost[0].Why, Is.EqualTo("No whole answer within 0.15 s."));
    }

    [Test]
    public async Task Generator_ThatCannotKeepUpSaysHowFarBehindItIs(CancellationToken cancellation)
    {
        var figures = await LoadedByALeapingClockAsync(cancellation);

        Assert.That(figures.LongestLag, Is.GreaterThan(TimeSpan.FromSeconds(20)));
        Assert.That(figures.Lag, Is.InRange(TimeSpan.FromSeconds(1), figures.LongestLag));
    }

    [Test]
    public async Task Latency_CountsFromTheMomentInWhichARequestWasDue(CancellationToken cancellation)
    {
        var figures = await LoadedByALeapingClockAsync(cancellation);

        Assert.That(figures.Longest, Is.GreaterThanOrEqualTo(figures.LongestLag));
    }

    [Test]
    public async Task Observer_IsToldOfEachRequest(CancellationToken cancellation)
    {
        var observed = new Observed();
        await using var backend = await LocalBackend.StartAsync("v");
        var figures = await LoadedAsync(Options(backend.Backend.Address) with { Observer = observed }, cancellation);

        Assert.That(observed.Requests, Has.Count.EqualTo(figures.Sent));
        Assert.That(observed.Requests.Select(request => (request.App, request.Ending)), Is.All.EqualTo(("web", new LoadEnding.Answered(200))));
    }

    [Test]
    public async Task Dispose_BreaksOffWhatIsUnderWay(CancellationToken cancellation)
    {
        await using var backend = await LocalBackend.StartAsync("v", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var load = OpenLoopLoad.Start(Options(backend.Backend.Address));
        while (backend.Requests < 10)
            await Task.Delay(10, cancellation);
        await load.DisposeAsync();

        Assert.That(load.Figures, Has.Property(nameof(LoadFigures.Lost)).Zero.And.Property(nameof(LoadFigures.Answered)).Zero);
    }

    [Test]
    public void Rejects_ARateThatIsNone([Values(0, -1, double.NaN, double.PositiveInfinity)] double perSecond) =>
        Assert.That(
            () => OpenLoopLoad.Start(Options(Unserved()) with { PerSecond = perSecond }),
            Throws.ArgumentException.With.Message.EqualTo($"A load of {perSecond} requests a second is none. (Parameter 'options')"));

    [Test]
    public void Rejects_NoTargets() =>
        Assert.That(
            () => OpenLoopLoad.Start(Options(Unserved()) with { Targets = [] }),
            Throws.ArgumentException.With.Message.EqualTo("A load needs at least one target. (Parameter 'targets')"));

    [Test]
    public void Rejects_ATargetWithoutPaths() =>
        Assert.That(
            () => OpenLoopLoad.Start(Options(Unserved()) with { Targets = [new LoadTarget("web", "web.io", [])] }),
            Throws.ArgumentException.With.Message.EqualTo("'web' has no path to request. (Parameter 'targets')"));

    private static LoadOptions Options(IPEndPoint ingress) => new()
    {
        Ingress = ingress,
        Targets = [new LoadTarget("web", "web.io", ["/"])],
        PerSecond = 200,
        Time = TimeProvider.System,
        Watch = TimeProvider.System,
    };

    private static async Task<LoadFigures> LoadedAsync(LoadOptions options, CancellationToken cancellation)
    {
        await using var load = OpenLoopLoad.Start(options);
        return await SentAsync(load, 40, cancellation);
    }

    private static async Task<LoadFigures> SentAsync(OpenLoopLoad load, int atLeast, CancellationToken cancellation)
    {
        while (load.Figures.Sent < atLeast)
            await Task.Delay(5, cancellation);
        return await load.StopAsync(cancellation);
    }

    /// <summary>By a clock that leaps a second ahead of the generator at every look.</summary>
    private static async Task<LoadFigures> LoadedByALeapingClockAsync(CancellationToken cancellation)
    {
        await using var backend = await LocalBackend.StartAsync("v");
        return await LoadedAsync(Options(backend.Backend.Address) with { Watch = new LeapingTime(), Patience = TimeSpan.FromHours(1) }, cancellation);
    }

    private static IPEndPoint Unserved()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)taken.LocalEndPoint!;
    }

    private sealed class LeapingTime : TimeProvider
    {
        private long _leaps;

        public override long GetTimestamp() => System.GetTimestamp() + (Interlocked.Increment(ref _leaps) * TimestampFrequency);
    }

    private sealed class Observed : ILoadObserver
    {
        public ConcurrentQueue<LoadedRequest> Requests { get; } = [];

        public void Ended(LoadedRequest request) => Requests.Enqueue(request);
    }
}
