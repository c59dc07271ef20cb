using static ReleaseInfra.Rehearsal.Tests.Ingress.ServedIngress;

namespace ReleaseInfra.Rehearsal.Tests.Ingress;

/// <summary>A server may close an idle connection at any moment, that of the next request included.</summary>
[CancelAfter(30_000)]
public sealed class PooledConnectionTests
{
    private const string Answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    [Test]
    public async Task Request_OnAConnectionThatHasJustClosedIsRepeated([Values] bool byReset, [Values("GET", "PUT", "DELETE", "OPTIONS")] string method, CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var server = ClosesOnTheSecondRequest(byReset);
        ingress.Split((server.Backend, 100));

        Assert.That(await SendAsync(ingress, HttpMethod.Get, body: null, cancellation), Is.EqualTo("200 ok"));
        Assert.That(await SendAsync(ingress, new HttpMethod(method), body: null, cancellation), Is.EqualTo("200 ok"));
        Assert.That(server.Connections, Is.EqualTo(2));
    }

    [Test]
    public async Task Request_WithABodyIsNotSentTwice(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var server = ClosesOnTheSecondRequest(byReset: true);
        ingress.Split((server.Backend, 100));

        Assert.That(await SendAsync(ingress, HttpMethod.Get, body: null, cancellation), Is.EqualTo("200 ok"));
        Assert.That(await SendAsync(ingress, HttpMethod.Post, body: "order", cancellation), Does.StartWith("503 The version broke the connection off"));
        Assert.That(server.Connections, Is.EqualTo(1));
    }

    [Test]
    public async Task Connections_AreKeptOnBothSides(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue");
        ingress.Split((backend.Backend, 100));
        for (var request = 0; request < 200; request++)
            await ingress.Client.GetStringAsync($"http://{Host}/", cancellation);

        Assert.That((backend.Requests, ingress.Connections, backend.Connections), Is.EqualTo((200, 1, 1)));
    }

    private static RawServer ClosesOnTheSecondRequest(bool byReset) => RawServer.Start(async (connection, number) =>
    {
        await connection.ReadHeadAsync();
        await connection.WriteAsync(Answer);
        if (number > 0)
            return;
        await connection.ReadHeadAsync();
        if (byReset)
            connection.Reset();
    });

    private static async Task<string> SendAsync(ServedIngress ingress, HttpMethod method, string? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, $"http://{Host}/") { Content = body is null ? null : new StringContent(body) };
        using var answer = await ingress.Client.SendAsync(request, cancellation);
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellation)}";
    }
}
