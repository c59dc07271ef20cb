using System.Net;
using ReleaseInfra.Rehearsal.Ingress;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Rehearsal.Tests.Ingress.ServedIngress;

namespace ReleaseInfra.Rehearsal.Tests.Ingress;

[CancelAfter(30_000)]
public sealed class OwnAnswerTests
{
    [Test]
    public async Task Host_WithoutARouteIs404(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue");
        ingress.Split((backend.Backend, 100));

        Assert.That(
            await AnswerAsync(ingress, "http://app-web-stg--gone.example.azurecontainerapps.io/", cancellation),
            Is.EqualTo((404, "no-route", "No app, revision or label has this host name.\n")));
        Assert.That(ingress.Seen, Is.Empty, "it is no app's");
    }

    [Test]
    public async Task Tunnel_IsNoRoute(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue");
        ingress.Split((backend.Backend, 100));
        using var client = await RawClient.ConnectAsync(ingress, cancellation);
        await client.WriteAsync($"CONNECT {Host}:443 HTTP/1.1\r\nHost: {Host}:443\r\n\r\n", cancellation);

        Assert.That(await client.ReadUntilAsync("\r\n\r\n", cancellation), Does.StartWith("HTTP/1.1 404 ").And.Contain("x-ms-ingress: no-route\r\n"));
        Assert.That(backend.Requests, Is.Zero);
    }

    [Test]
    public async Task Version_WithoutAProcessIs503(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        ingress.Split((new Backend("web--blue", new IPEndPoint(IPAddress.Loopback, 0)), 100));

        Assert.That(
            await AnswerAsync(ingress, $"http://{Host}/", cancellation),
            Is.EqualTo((503, "no-replica", "No replica of the version could be reached.\n")));
    }

    [Test]
    public async Task Version_ThatRefusesConnectionsIs503(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue");
        ingress.Split((backend.Backend, 100));
        await backend.DisposeAsync();

        Assert.That(
            await AnswerAsync(ingress, $"http://{Host}/", cancellation),
            Is.EqualTo((503, "no-replica", "No replica of the version could be reached.\n")));
    }

    [Test]
    public async Task App_WithoutAWeightIs503(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue");
        ingress.Split((backend.Backend, 0));

        Assert.That(
            await AnswerAsync(ingress, $"http://{Host}/", cancellation),
            Is.EqualTo((503, "no-replica", "No replica of the version could be reached.\n")));
        Assert.That(ingress.Seen.Single(), Has.Property(nameof(SeenRequest.Version)).Empty.And.Property(nameof(SeenRequest.Status)).EqualTo(503));
    }

    [Test]
    public async Task Version_ThatBreaksOffBeforeItAnswersIs503([Values] bool byReset, CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var server = RawServer.Start(async (connection, _) =>
        {
            await connection.ReadHeadAsync();
            if (byReset)
                connection.Reset();
        });
        ingress.Split((server.Backend, 100));

        Assert.That(
            await AnswerAsync(ingress, $"http://{Host}/", cancellation),
            Is.EqualTo((503, "upstream-broken", "The version broke the connection off before it answered.\n")));
    }

    [Test]
    public async Task Version_ThatTalksNoHttpIs503(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var server = RawServer.Start(async (connection, _) =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync("what?\r\n\r\n");
        });
        ingress.Split((server.Backend, 100));

        Assert.That(
            await AnswerAsync(ingress, $"http://{Host}/", cancellation),
            Is.EqualTo((503, "upstream-broken", "The version broke the connection off before it answered.\n")));
        Assert.That(server.Connections, Is.EqualTo(1), "not asked again");
    }

    [Test]
    public async Task Version_ThatIsSilentFor240SecondsIs504(CancellationToken cancellation)
    {
        var watch = new ManualTime();
        await using var ingress = await ServedIngress.StartAsync(options => options with { Watch = watch });
        await using var backend = await LocalBackend.StartAsync("web--blue", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        ingress.Split((backend.Backend, 100));
        var answer = AnswerAsync(ingress, $"http://{Host}/", cancellation);
        while (backend.Requests == 0)
            await Task.Delay(5, cancellation);
        watch.Advance(TimeSpan.FromSeconds(239));
        Assert.That(answer.IsCompleted, Is.False);
        watch.Advance(TimeSpan.FromSeconds(1));

        Assert.That(await answer, Is.EqualTo((504, "upstream-broken", "The version did not answer in time.\n")));
    }

    private static async Task<(int Status, string Reason, string Text)> AnswerAsync(ServedIngress ingress, string address, CancellationToken cancellation)
    {
        using var answer = await ingress.Client.GetAsync(address, cancellation);
        var reason = answer.Headers.TryGetValues(OwnAnswer.Header, out var values) ? string.Join('|', values) : "";
        return ((int)answer.StatusCode, reason, await answer.Content.ReadAsStringAsync(cancellation));
    }
}
