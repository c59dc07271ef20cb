using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using static ReleaseInfra.Rehearsal.Tests.Ingress.ServedIngress;

namespace ReleaseInfra.Rehearsal.Tests.Ingress;

[CancelAfter(30_000)]
public sealed class HeaderTests
{
    [Test]
    public async Task Request_CarriesWhatAzureAddsAndNothingElse(CancellationToken cancellation)
    {
        var came = await CameAsync($"GET / HTTP/1.1\r\nHost: {Host}\r\nAccept: text/html\r\nCookie: a=1; b=2\r\n\r\n", cancellation);

        Assert.That(came.Remove("X-Request-ID", out var id), Is.True);
        Assert.That(Guid.TryParse(id.ToString(), out _), Is.True, id.ToString());
        Assert.That(came, Is.EquivalentTo(new Dictionary<string, StringValues>
        {
            ["Host"] = Host,
            ["Accept"] = "text/html",
            ["Cookie"] = "a=1; b=2",
            ["X-Forwarded-For"] = "127.0.0.1",
            ["X-Forwarded-Proto"] = "https",
            ["X-Forwarded-Host"] = Host,
        }));
    }

    [Test]
    public async Task Request_OverwritesWhatAClientSaysOfItselfAndAddsToTheAddresses(CancellationToken cancellation)
    {
        var came = await CameAsync(
            $"GET / HTTP/1.1\r\nHost: {Host}\r\nx-forwarded-for: 10.0.0.1\r\nX-Forwarded-Proto: http\r\nX-Forwarded-Host: other\r\nX-Request-Id: mine\r\n\r\n",
            cancellation);

        Assert.That(came["X-Forwarded-For"].ToString(), Is.EqualTo("10.0.0.1, 127.0.0.1"));
        Assert.That(came["X-Forwarded-Proto"].ToString(), Is.EqualTo("https"));
        Assert.That(came["X-Forwarded-Host"].ToString(), Is.EqualTo(Host));
        Assert.That(came["X-Request-ID"].ToString(), Is.Not.EqualTo("mine"));
    }

    [Test]
    public async Task Request_LeavesHeadersOfItsConnectionBehind(CancellationToken cancellation)
    {
        var came = await CameAsync(
            $"GET / HTTP/1.1\r\nHost: {Host}\r\nConnection: X-Mine\r\nX-Mine: 1\r\nX-Yours: 2\r\nKeep-Alive: 5\r\nTE: trailers\r\nProxy-Connection: close\r\n\r\n",
            cancellation);

        Assert.That(came.Keys, Is.SupersetOf(new[] { "X-Yours" }));
        Assert.That(came.Keys.Intersect(["Connection", "X-Mine", "Keep-Alive", "TE", "Proxy-Connection"]), Is.Empty);
    }

    [Test]
    public async Task Request_KeepsBytesThatAreNoAscii(CancellationToken cancellation)
    {
        var came = await CameAsync($"GET / HTTP/1.1\r\nHost: {Host}\r\nX-Name: Zo\u00eb\r\n\r\n", cancellation);

        // Kestrel's own default reads UTF-8, and takes the lone byte for a broken character.
        Assert.That(came["X-Name"].ToString(), Is.EqualTo("Zo\u00eb"));
    }

    [TestCase("/a%2Fb/./../c%20d?x=%41&y=%zz")]
    [TestCase("//double//slash/")]
    public async Task Target_ReachesTheVersionAsItWasWritten(string target, CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync(
            "web--blue", context => context.Response.WriteAsync($"[{context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget}]"));
        ingress.Split((backend.Backend, 100));
        using var client = await RawClient.ConnectAsync(ingress, cancellation);
        await client.WriteAsync($"GET {target} HTTP/1.1\r\nHost: {Host}\r\n\r\n", cancellation);

        Assert.That(await client.ReadUntilAsync("]", cancellation), Does.Contain($"[{target}]"));
    }

    [Test]
    public async Task Answer_PassesUnchangedButForItsConnection(CancellationToken cancellation)
    {
        const string Answer = "HTTP/1.1 418 I am a teapot\r\nServer: theirs\r\nDate: Mon, 02 Mar 2026 09:00:00 GMT\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n"
            + "Content-Encoding: gzip\r\nX-Name: Zo\u00eb\r\nConnection: X-Mine\r\nX-Mine: 1\r\nKeep-Alive: timeout=5\r\nx-ms-ingress: no-replica\r\nContent-Length: 2\r\n\r\nok";
        await using var ingress = await ServedIngress.StartAsync();
        await using var server = RawServer.Start(async (connection, _) =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync(Answer);
        });
        ingress.Split((server.Backend, 100));
        using var client = await RawClient.ConnectAsync(ingress, cancellation);
        await client.WriteAsync($"GET / HTTP/1.1\r\nHost: {Host}\r\nConnection: close\r\n\r\n", cancellation);
        var lines = (await client.ReadToEndAsync(cancellation)).Split("\r\n");

        Assert.That(lines[0], Is.EqualTo("HTTP/1.1 418 I am a teapot"));
        Assert.That(lines[1..^1], Is.EquivalentTo(new[]
        {
            "Server: theirs", "Date: Mon, 02 Mar 2026 09:00:00 GMT", "Set-Cookie: a=1", "Set-Cookie: b=2", "Content-Encoding: gzip",
            "X-Name: Zo\u00eb", "Content-Length: 2", "Connection: close", "",
        }));
        Assert.That(lines[^1], Is.EqualTo("ok"));
    }

    [Test]
    public async Task Redirect_IsTheClientsToFollow(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue", context =>
        {
            context.Response.Redirect("http://elsewhere.io/");
            return Task.CompletedTask;
        });
        ingress.Split((backend.Backend, 100));
        using var answer = await ingress.Client.GetAsync($"http://{Host}/", cancellation);

        Assert.That((int)answer.StatusCode, Is.EqualTo(302));
        Assert.That(answer.Headers.Location, Is.EqualTo(new Uri("http://elsewhere.io/")));
    }

    private static async Task<Dictionary<string, StringValues>> CameAsync(string request, CancellationToken cancellation)
    {
        var came = new ConcurrentQueue<Dictionary<string, StringValues>>();
        await using var ingress = await ServedIngress.StartAsync();
        await using var server = RawServer.Start(async (connection, _) =>
        {
            var lines = (await connection.ReadHeadAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            came.Enqueue(lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => new StringValues(pair[1]), StringComparer.OrdinalIgnoreCase));
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        });
        ingress.Split((server.Backend, 100));
        using var client = await RawClient.ConnectAsync(ingress, cancellation);
        await client.WriteAsync(request, cancellation);
        await client.ReadUntilAsync("\r\n\r\nok", cancellation);
        return came.Single();
    }
}
