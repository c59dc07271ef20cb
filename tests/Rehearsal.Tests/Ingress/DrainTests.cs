using System.Net;
using Microsoft.AspNetCore.Http;
using ReleaseInfra.Rehearsal.Ingress;
using static ReleaseInfra.Rehearsal.Tests.Ingress.ServedIngress;

namespace ReleaseInfra.Rehearsal.Tests.Ingress;

[CancelAfter(30_000)]
public sealed class DrainTests
{
    [Test]
    public async Task Version_IsDrainedOnceItsLastRequestHasEnded(CancellationToken cancellation)
    {
        var let = new TaskCompletionSource();
        await using var ingress = await ServedIngress.StartAsync();
        await using var blue = await LocalBackend.StartAsync("web--blue", async context =>
        {
            await let.Task;
            await context.Response.WriteAsync("old");
        });
        await using var green = await LocalBackend.StartAsync("web--green");
        ingress.Split((blue.Backend, 100));
        var asking = ingress.Client.GetStringAsync($"http://{Host}/", cancellation);
        while (blue.Requests == 0)
            await Task.Delay(5, cancellation);
        var drained = ingress.Server.DrainedAsync("web--blue", cancellation);
        ingress.Split((green.Backend, 100));

        Assert.That(await ingress.Client.GetStringAsync($"http://{Host}/", cancellation), Is.EqualTo("web--green"), "new requests go by the new table");
        Assert.That(drained.IsCompleted, Is.False);
        let.SetResult();
        Assert.That(await asking, Is.EqualTo("old"));
        await drained;
        Assert.That(ingress.Seen.Count(seen => seen.Version == "web--blue"), Is.EqualTo(1), "told of before it counts as drained");
    }

    [Test]
    public async Task Version_IsNotDrainedWhileAnyRouteSendsItSomething(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        var (blue, green) = (Unserved("web--blue"), Unserved("web--green"));
        var route = new Route("web", [Host], [new Share(blue, 0), new Share(green, 100)]);
        ingress.Server.Apply(new RouteTable([route, new Route("web", ["label"], [new Share(blue, 100)])]));
        var drained = ingress.Server.DrainedAsync("web--blue", cancellation);
        Assert.That(drained.IsCompleted, Is.False);
        ingress.Server.Apply(new RouteTable([route]));

        await drained;
    }

    [Test]
    public async Task Version_ThatNeverWasIsDrained(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await ingress.Server.DrainedAsync("web--never", cancellation);
    }

    [Test]
    public async Task Waiting_EndsWithItsToken()
    {
        await using var ingress = await ServedIngress.StartAsync();
        ingress.Split((Unserved("web--blue"), 100));
        using var impatience = new CancellationTokenSource();
        var drained = ingress.Server.DrainedAsync("web--blue", impatience.Token);
        await impatience.CancelAsync();

        Assert.That(async () => await drained, Throws.InstanceOf<OperationCanceledException>());
    }

    private static Backend Unserved(string version) => new(version, new IPEndPoint(IPAddress.Loopback, 0));
}
