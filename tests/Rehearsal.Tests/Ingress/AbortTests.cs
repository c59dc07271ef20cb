using Microsoft.AspNetCore.Http;
using ReleaseInfra.Rehearsal.Ingress;
using static ReleaseInfra.Rehearsal.Tests.Ingress.ServedIngress;

namespace ReleaseInfra.Rehearsal.Tests.Ingress;

[CancelAfter(30_000)]
public sealed class AbortTests
{
    [Test]
    public async Task Client_ThatGoesAwayIsGoneForTheVersionToo(CancellationToken cancellation)
    {
        var gone = new TaskCompletionSource();
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue", context =>
        {
            context.RequestAborted.Register(gone.SetResult);
            return gone.Task;
        });
        ingress.Split((backend.Backend, 100));
        using (var client = await RawClient.ConnectAsync(ingress, cancellation))
        {
            await client.WriteAsync($"GET / HTTP/1.1\r\nHost: {Host}\r\n\r\n", cancellation);
            while (backend.Requests == 0)
                await Task.Delay(5, cancellation);
        }

        await gone.Task.WaitAsync(cancellation);
        var seen = await SeenAsync(ingress, cancellation);
        Assert.That((seen.Status, seen.IsBroken), Is.EqualTo((499, false)));
    }

    [Test]
    public async Task Client_ThatGoesAwayAmidItsBodyIsGoneForTheVersionToo(CancellationToken cancellation)
    {
        var gone = new TaskCompletionSource();
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue", async context =>
        {
            context.RequestAborted.Register(gone.SetResult);
            await context.Request.Body.CopyToAsync(Stream.Null);
        });
        ingress.Split((backend.Backend, 100));
        using (var client = await RawClient.ConnectAsync(ingress, cancellation))
        {
            await client.WriteAsync($"POST / HTTP/1.1\r\nHost: {Host}\r\nContent-Length: 1000\r\n\r\nhalf", cancellation);
            while (backend.Requests == 0)
                await Task.Delay(5, cancellation);
        }

        await gone.Task.WaitAsync(cancellation);
        Assert.That((await SeenAsync(ingress, cancellation)).Status, Is.EqualTo(499));
    }

    [Test]
    public async Task Client_ThatGoesAwayAmidTheAnswerIsGoneForTheVersionToo(CancellationToken cancellation)
    {
        var gone = new TaskCompletionSource();
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue", async context =>
        {
            context.RequestAborted.Register(gone.SetResult);
            await context.Response.WriteAsync("first");
            await gone.Task;
        });
        ingress.Split((backend.Backend, 100));
        using (var client = await RawClient.ConnectAsync(ingress, cancellation))
        {
            await client.WriteAsync($"GET / HTTP/1.1\r\nHost: {Host}\r\n\r\n", cancellation);
            await client.ReadUntilAsync("first", cancellation);
        }

        await gone.Task.WaitAsync(cancellation);
        var seen = await SeenAsync(ingress, cancellation);
        Assert.That((seen.Status, seen.IsBroken), Is.EqualTo((200, true)));
    }

    [Test]
    public async Task Answer_ThatTheVersionBreaksOffIsBrokenForTheClient([Values] bool isChunked, [Values] bool byReset, CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var server = RawServer.Start(async (connection, _) =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync(isChunked
                ? "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"
                : "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nhalf");
            if (byReset)
                connection.Reset();
        });
        ingress.Split((server.Backend, 100));

        Assert.That(async () => await ingress.Client.GetStringAsync($"http://{Host}/", cancellation), Throws.InstanceOf<HttpRequestException>());
        var seen = await SeenAsync(ingress, cancellation);
        // A reset may overtake the head of the answer: then it never was one.
        Assert.That((seen.Status, seen.IsBroken), Is.EqualTo((200, true)).Or.EqualTo((503, false)));
    }

    [Test]
    public async Task Dispose_BreaksOffWhatIsUnderWay(CancellationToken cancellation)
    {
        var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        ingress.Split((backend.Backend, 100));
        var asking = ingress.Client.GetStringAsync($"http://{Host}/", cancellation);
        while (backend.Requests == 0)
            await Task.Delay(5, cancellation);
        await ingress.Server.DisposeAsync();

        Assert.That(async () => await asking, Throws.InstanceOf<HttpRequestException>());
        await ingress.DisposeAsync();
    }

    private static async Task<SeenRequest> SeenAsync(ServedIngress ingress, CancellationToken cancellation)
    {
        while (ingress.Seen.IsEmpty)
            await Task.Delay(5, cancellation);
        return ingress.Seen.Single();
    }
}
