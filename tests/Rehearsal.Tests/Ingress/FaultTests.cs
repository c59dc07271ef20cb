using ReleaseInfra.Rehearsal.Ingress;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Rehearsal.Tests.Ingress.ServedIngress;

namespace ReleaseInfra.Rehearsal.Tests.Ingress;

[CancelAfter(30_000)]
public sealed class FaultTests
{
    [Test]
    public async Task Errors_AreThatShareAndNeverReachTheProcess(CancellationToken cancellation)
    {
        const int Requests = 2_000;
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue");
        ingress.Split((backend.Backend with { Fault = new BackendFault(0.25, TimeSpan.Zero) }, 100));
        var failed = 0;
        for (var request = 0; request < Requests; request++)
        {
            using var answer = await ingress.Client.GetAsync($"http://{Host}/", cancellation);
            failed += (int)answer.StatusCode == 500 ? 1 : 0;
            Assert.That(answer.Headers.Contains(OwnAnswer.Header), Is.False, "it is the version's failure");
        }

        Assert.That(100.0 * failed / Requests, Is.EqualTo(25).Within(3));
        Assert.That(backend.Requests, Is.EqualTo(Requests - failed));
        Assert.That(ingress.Seen.Count(seen => seen is { Status: 500, IsOfFault: true }), Is.EqualTo(failed));
        Assert.That(ingress.Seen.Count(seen => seen is { Status: 200, IsOfFault: false }), Is.EqualTo(Requests - failed));
    }

    [Test]
    public async Task UnhealthyPath_Is503AndOthersAreNot(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue");
        ingress.Split((backend.Backend with { Fault = BackendFault.None with { UnhealthyPath = "/health" } }, 100));
        using var health = await ingress.Client.GetAsync($"http://{Host}/health?deep=1", cancellation);
        using var other = await ingress.Client.GetAsync($"http://{Host}/", cancellation);

        Assert.That(((int)health.StatusCode, (int)other.StatusCode), Is.EqualTo((503, 200)));
        Assert.That(health.Headers.Contains(OwnAnswer.Header), Is.False);
    }

    [Test]
    public async Task Delay_PassesBeforeTheProcessIsAsked(CancellationToken cancellation)
    {
        var watch = new ManualTime();
        await using var ingress = await ServedIngress.StartAsync(options => options with { Watch = watch });
        await using var backend = await LocalBackend.StartAsync("web--blue");
        ingress.Split((backend.Backend with { Fault = new BackendFault(0, TimeSpan.FromMilliseconds(800)) }, 100));
        var asking = ingress.Client.GetStringAsync($"http://{Host}/", cancellation);
        while (!asking.IsCompleted)
        {
            Assert.That(backend.Requests == 0 || watch.GetUtcNow() >= new ManualTime().GetUtcNow() + TimeSpan.FromMilliseconds(800), Is.True);
            watch.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(5, cancellation);
        }

        Assert.That(await asking, Is.EqualTo("web--blue"));
        Assert.That(ingress.Seen.Single().Took, Is.GreaterThanOrEqualTo(TimeSpan.FromMilliseconds(800)));
    }

    [Test]
    public async Task Observer_IsToldWhatCameAndWhatWasAnswered(CancellationToken cancellation)
    {
        var time = new ManualTime();
        await using var ingress = await ServedIngress.StartAsync(options => options with { Time = time, Watch = time });
        await using var backend = await LocalBackend.StartAsync("web--blue");
        ingress.Split((backend.Backend, 100));
        await ingress.Client.GetStringAsync($"http://{Host}:8080/a/b?c=d", cancellation);
        ingress.Server.Apply(RouteTable.Empty);
        await ingress.Server.DrainedAsync("web--blue", cancellation);

        Assert.That(
            ingress.Seen.Single(),
            Is.EqualTo(new SeenRequest("web", "web--blue", Host, "/a/b", time.GetUtcNow(), TimeSpan.Zero, 200, IsOfFault: false)));
    }
}
