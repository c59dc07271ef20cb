using ReleaseInfra.Rehearsal.Load;
using static ReleaseInfra.Rehearsal.Tests.Ingress.ServedIngress;

namespace ReleaseInfra.Rehearsal.Tests.Ingress;

[CancelAfter(60_000)]
public sealed class LossTests
{
    private const int PerSecond = 500;
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(4);

    [Test]
    public async Task NoRequest_IsLostWhileWeightsChangeAndVersionsComeAndGo(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        var serving = await LocalBackend.StartAsync("web--0");
        ingress.Split((serving.Backend, 100));
        await using var load = OpenLoopLoad.Start(new LoadOptions
        {
            Ingress = ingress.Server.Address,
            Targets = [new LoadTarget("web", Host, ["/"])],
            PerSecond = PerSecond,
            Arrivals = Arrivals.Poisson,
            Time = TimeProvider.System,
            Watch = TimeProvider.System,
        });
        var releases = 0;
        while (load.Figures.Sent < PerSecond * Lasts.TotalSeconds)
        {
            var next = await LocalBackend.StartAsync($"web--{++releases}");
            foreach (var weight in (int[])[10, 50, 90, 100])
            {
                ingress.Split((serving.Backend, 100 - weight), (next.Backend, weight));
                await Task.Delay(50, cancellation);
            }

            await ingress.Server.DrainedAsync(serving.Version, cancellation);
            await serving.DisposeAsync();
            serving = next;
        }

        var figures = await load.StopAsync(cancellation);
        await serving.DisposeAsync();

        Assert.That(figures.FirstLost, Is.Empty);
        Assert.That((figures.Lost, figures.Failed), Is.EqualTo((0, 0)));
        Assert.That(figures.Answered, Is.EqualTo(figures.Sent).And.AtLeast(PerSecond * Lasts.TotalSeconds));
        Assert.That(ingress.Seen.Select(seen => seen.Version).Distinct().Count(), Is.EqualTo(releases + 1), "each version served");
    }
}
