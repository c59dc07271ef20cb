using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using static ReleaseInfra.Rehearsal.Tests.Ingress.ServedIngress;

namespace ReleaseInfra.Rehearsal.Tests.Ingress;

[CancelAfter(30_000)]
public sealed class BodyTests
{
    private const int Large = 16 * 1024 * 1024;

    [Test]
    public async Task Request_PassesUnchanged([Values(0, 1, 70_000, Large)] int length, [Values] bool isChunked, CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue", async context =>
        {
            var stated = context.Request.ContentLength?.ToString(null as IFormatProvider) ?? "none";
            await context.Response.WriteAsync($"{stated} {Convert.ToHexString(await SHA256.HashDataAsync(context.Request.Body))}");
        });
        ingress.Split((backend.Backend, 100));
        var body = RandomNumberGenerator.GetBytes(length);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{Host}/") { Content = new ByteArrayContent(body) };
        request.Headers.TransferEncodingChunked = isChunked;
        using var answer = await ingress.Client.SendAsync(request, cancellation);

        Assert.That(
            await answer.Content.ReadAsStringAsync(cancellation),
            Is.EqualTo($"{(isChunked ? "none" : $"{length}")} {Convert.ToHexString(SHA256.HashData(body))}"));
    }

    [Test]
    public async Task Answer_PassesUnchanged([Values(0, 1, 70_000, Large)] int length, [Values] bool isChunked, CancellationToken cancellation)
    {
        var body = RandomNumberGenerator.GetBytes(length);
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue", async context =>
        {
            context.Response.ContentLength = isChunked ? null : length;
            await context.Response.Body.WriteAsync(body);
        });
        ingress.Split((backend.Backend, 100));
        using var answer = await ingress.Client.GetAsync($"http://{Host}/", HttpCompletionOption.ResponseHeadersRead, cancellation);

        Assert.That(answer.Content.Headers.ContentLength, Is.EqualTo(isChunked && length > 0 ? null : (long?)length));
        Assert.That(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync(cancellation)), Is.EqualTo(SHA256.HashData(body)));
    }

    [Test]
    public async Task Answer_ComesAsItIsWritten(CancellationToken cancellation)
    {
        var let = new TaskCompletionSource();
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue", async context =>
        {
            await context.Response.StartAsync();
            await context.Response.WriteAsync("first");
            await let.Task;
            await context.Response.WriteAsync("last");
        });
        ingress.Split((backend.Backend, 100));
        using var answer = await ingress.Client.GetAsync($"http://{Host}/", HttpCompletionOption.ResponseHeadersRead, cancellation);
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        var first = new byte[5];
        await body.ReadExactlyAsync(first, cancellation);
        Assert.That(first, Is.EqualTo("first"u8.ToArray()));
        let.SetResult();
        using var rest = new StreamReader(body);

        Assert.That(await rest.ReadToEndAsync(cancellation), Is.EqualTo("last"));
    }

    [Test]
    public async Task Head_OfAnAnswerComesBeforeItsBody(CancellationToken cancellation)
    {
        var let = new TaskCompletionSource();
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue", async context =>
        {
            await context.Response.Body.FlushAsync();
            await let.Task;
        });
        ingress.Split((backend.Backend, 100));
        using var answer = await ingress.Client.GetAsync($"http://{Host}/", HttpCompletionOption.ResponseHeadersRead, cancellation);
        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
        let.SetResult();

        Assert.That(await answer.Content.ReadAsStringAsync(cancellation), Is.Empty);
    }

    [Test]
    public async Task Request_ReachesTheVersionAsItIsWritten(CancellationToken cancellation)
    {
        var came = new TaskCompletionSource();
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue", async context =>
        {
            var first = new byte[5];
            await context.Request.Body.ReadExactlyAsync(first);
            came.SetResult();
            await context.Request.Body.CopyToAsync(Stream.Null);
            await context.Response.WriteAsync("got it");
        });
        ingress.Split((backend.Backend, 100));
        using var client = await RawClient.ConnectAsync(ingress, cancellation);
        await client.WriteAsync($"POST / HTTP/1.1\r\nHost: {Host}\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n", cancellation);
        await came.Task.WaitAsync(cancellation);
        await client.WriteAsync("4\r\nlast\r\n0\r\n\r\n", cancellation);

        Assert.That(await client.ReadUntilAsync("got it", cancellation), Does.StartWith("HTTP/1.1 200 OK\r\n"));
    }

    [Test]
    public async Task Client_ThatWaitsForGoingOnIsToldTo(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue", context => context.Request.Body.CopyToAsync(context.Response.Body));
        ingress.Split((backend.Backend, 100));
        using var client = await RawClient.ConnectAsync(ingress, cancellation);
        await client.WriteAsync($"POST / HTTP/1.1\r\nHost: {Host}\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n", cancellation);
        Assert.That(await client.ReadUntilAsync("\r\n\r\n", cancellation), Is.EqualTo("HTTP/1.1 100 Continue\r\n\r\n"));
        await client.WriteAsync("body", cancellation);

        Assert.That(await client.ReadUntilAsync("body", cancellation), Does.StartWith("HTTP/1.1 200 OK\r\n"));
    }

    [Test]
    public async Task Client_ThatWaitsForGoingOnMayBeRefused(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var server = RawServer.Start(async (connection, _) =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nno\n");
        });
        ingress.Split((server.Backend, 100));
        using var client = await RawClient.ConnectAsync(ingress, cancellation);
        await client.WriteAsync($"POST / HTTP/1.1\r\nHost: {Host}\r\nExpect: 100-continue\r\nContent-Length: 4000000\r\n\r\n", cancellation);

        Assert.That(await client.ReadUntilAsync("no\n", cancellation), Does.StartWith("HTTP/1.1 413 Too Large\r\n"));
    }

    [Test]
    public async Task HeadRequest_HasTheLengthWithoutTheBody(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue", context =>
        {
            context.Response.ContentLength = 1234;
            return Task.CompletedTask;
        });
        ingress.Split((backend.Backend, 100));
        using var request = new HttpRequestMessage(HttpMethod.Head, $"http://{Host}/");
        using var answer = await ingress.Client.SendAsync(request, cancellation);

        Assert.That(answer.Content.Headers.ContentLength, Is.EqualTo(1234));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(cancellation), Is.Empty);
    }

    [TestCase(HttpStatusCode.NoContent)]
    [TestCase(HttpStatusCode.NotModified)]
    public async Task Answer_WithoutABodyLeavesTheConnectionUsable(HttpStatusCode status, CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue", context =>
        {
            context.Response.StatusCode = (int)status;
            context.Response.Headers.ETag = "\"1\"";
            return Task.CompletedTask;
        });
        ingress.Split((backend.Backend, 100));

        for (var request = 0; request < 3; request++)
        {
            using var answer = await ingress.Client.GetAsync($"http://{Host}/", cancellation);
            Assert.That((answer.StatusCode, answer.Headers.ETag?.Tag), Is.EqualTo((status, "\"1\"")));
        }

        Assert.That(backend.Connections, Is.EqualTo(1));
    }

    [Test]
    public async Task Answer_OfAnOldServerEndsWithItsConnection(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var server = RawServer.Start(async (connection, _) =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync("HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nall of it");
        });
        ingress.Split((server.Backend, 100));

        Assert.That(await ingress.Client.GetStringAsync($"http://{Host}/", cancellation), Is.EqualTo("all of it"));
        Assert.That(await ingress.Client.GetStringAsync($"http://{Host}/", cancellation), Is.EqualTo("all of it"));
    }
}
