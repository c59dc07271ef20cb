using System.Net;
using ReleaseInfra.Rehearsal.Ingress;
using static ReleaseInfra.Rehearsal.Tests.Ingress.ServedIngress;

namespace ReleaseInfra.Rehearsal.Tests.Ingress;

public sealed class SplitTests
{
    private const int Requests = 20_000;

    [Test]
    public async Task Requests_AreSplitByWeightWithinOnePoint()
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var blue = await LocalBackend.StartAsync("web--blue-v1-2-2");
        await using var green = await LocalBackend.StartAsync("web--green-v1-2-3");
        ingress.Split((blue.Backend, 90), (green.Backend, 10));

        await Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, cancellation) =>
            await ingress.Client.GetStringAsync($"http://{Host}/", cancellation));

        Assert.That(blue.Requests + green.Requests, Is.EqualTo(Requests));
        Assert.That(100.0 * green.Requests / Requests, Is.EqualTo(10).Within(1));
        Assert.That(blue.Connections + green.Connections, Is.LessThanOrEqualTo(64), "connections for 20,000 requests");
    }

    [Test]
    public async Task Weight_OfZeroGetsNothing()
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var blue = await LocalBackend.StartAsync("web--blue-v1-2-2");
        await using var green = await LocalBackend.StartAsync("web--green-v1-2-3");
        ingress.Split((green.Backend, 0), (blue.Backend, 100));

        for (var request = 0; request < 200; request++)
            Assert.That(await ingress.Client.GetStringAsync($"http://{Host}/"), Is.EqualTo("web--blue-v1-2-2"));

        Assert.That(green.Requests, Is.Zero);
    }

    [Test]
    public async Task Host_OfARevisionOrALabelGoesToItAlone()
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var blue = await LocalBackend.StartAsync("web--blue-v1-2-2");
        await using var green = await LocalBackend.StartAsync("web--green-v1-2-3");
        ingress.Server.Apply(new RouteTable(
        [
            new Route("web", ["web.example.io"], [new Share(blue.Backend, 100), new Share(green.Backend, 0)]),
            new Route("web", ["web--green-v1-2-3.example.io", "web---green.example.io"], [new Share(green.Backend, 100)]),
        ]));

        Assert.That(await ingress.Client.GetStringAsync("http://web.example.io/"), Is.EqualTo("web--blue-v1-2-2"));
        Assert.That(await ingress.Client.GetStringAsync("http://web--green-v1-2-3.example.io/"), Is.EqualTo("web--green-v1-2-3"));
        Assert.That(await ingress.Client.GetStringAsync("http://WEB---Green.example.io:8080/"), Is.EqualTo("web--green-v1-2-3"));
    }

    [Test]
    public async Task Seed_PicksTheSameVersions()
    {
        await using var blue = await LocalBackend.StartAsync("web--blue-v1-2-2");
        await using var green = await LocalBackend.StartAsync("web--green-v1-2-3");

        var (first, again, other) = (await PickedAsync(seed: 3), await PickedAsync(seed: 3), await PickedAsync(seed: 4));
        Assert.That(again, Is.EqualTo(first));
        Assert.That(other, Is.Not.EqualTo(first));

        async Task<string[]> PickedAsync(int seed)
        {
            await using var ingress = await ServedIngress.StartAsync(options => options with { Seed = seed });
            ingress.Split((blue.Backend, 50), (green.Backend, 50));
            var picked = new string[64];
            for (var request = 0; request < picked.Length; request++)
                picked[request] = await ingress.Client.GetStringAsync($"http://{Host}/");
            return picked;
        }
    }

    [Test]
    public async Task Apply_RejectsAHostTwice()
    {
        await using var ingress = await ServedIngress.StartAsync();
        var backend = new Backend("web--blue-v1-2-2", new IPEndPoint(IPAddress.Loopback, 0));
        Assert.That(
            () => ingress.Server.Apply(new RouteTable([new Route("web", ["a.io"], [new Share(backend, 100)]), new Route("api", ["A.io"], [])])),
            Throws.ArgumentException.With.Message.EqualTo("'A.io' has more than one route. (Parameter 'table')"));
    }

    [TestCase(-1)]
    [TestCase(101)]
    public async Task Apply_RejectsAWeightThatIsNone(int weight)
    {
        await using var ingress = await ServedIngress.StartAsync();
        Assert.That(
            () => ingress.Split((new Backend("web--blue-v1-2-2", new IPEndPoint(IPAddress.Loopback, 0)), weight)),
            Throws.ArgumentException.With.Message.EqualTo($"'web--blue-v1-2-2' has a weight of {weight}: weights are 0 to 100. (Parameter 'table')"));
    }
}
