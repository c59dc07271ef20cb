using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using static ReleaseInfra.Rehearsal.Tests.Ingress.ServedIngress;

namespace ReleaseInfra.Rehearsal.Tests.Ingress;

[CancelAfter(30_000)]
public sealed class UpgradeTests
{
    [Test]
    public async Task WebSocket_PassesBothWaysAndCloses(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue", EchoAsync);
        ingress.Split((backend.Backend, 100));
        using var socket = await ConnectAsync(ingress, cancellation);

        Assert.That(socket.SubProtocol, Is.EqualTo("chat"));
        Assert.That(await AskAsync(socket, "hello", cancellation), Is.EqualTo("hello"));
        var large = new string('x', 200_000);
        Assert.That(await AskAsync(socket, large, cancellation), Is.EqualTo(large));
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "done", cancellation);
        Assert.That((socket.CloseStatus, socket.CloseStatusDescription), Is.EqualTo((WebSocketCloseStatus.NormalClosure, "done")));
        while (ingress.Seen.IsEmpty)
            await Task.Delay(5, cancellation);
        Assert.That(ingress.Seen.Single().Status, Is.EqualTo(101));
    }

    [Test]
    public async Task WebSocket_TellsTheVersionThatTheClientIsGone(CancellationToken cancellation)
    {
        var ended = new TaskCompletionSource();
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue", async context =>
        {
            try
            {
                await EchoAsync(context);
            }
            finally
            {
                ended.SetResult();
            }
        });
        ingress.Split((backend.Backend, 100));
        using (var socket = await ConnectAsync(ingress, cancellation))
        {
            await AskAsync(socket, "hello", cancellation);
            socket.Abort();
        }

        await ended.Task.WaitAsync(cancellation);
    }

    [Test]
    public async Task WebSocket_TellsTheClientThatTheVersionIsGone(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue", async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync("chat");
            await socket.ReceiveAsync(new byte[10], context.RequestAborted);
            context.Abort();
        });
        ingress.Split((backend.Backend, 100));
        using var socket = await ConnectAsync(ingress, cancellation);
        await socket.SendAsync("go"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, cancellation);

        Assert.That(async () => await socket.ReceiveAsync(new byte[10], cancellation), Throws.InstanceOf<WebSocketException>());
    }

    [Test]
    public async Task Version_MayRefuseToUpgrade(CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var backend = await LocalBackend.StartAsync("web--blue", context =>
        {
            context.Response.StatusCode = 403;
            return context.Response.WriteAsync("not here");
        });
        ingress.Split((backend.Backend, 100));
        using var client = await RawClient.ConnectAsync(ingress, cancellation);
        await client.WriteAsync(
            $"GET / HTTP/1.1\r\nHost: {Host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
            cancellation);

        Assert.That(await client.ReadUntilAsync("not here", cancellation), Does.StartWith("HTTP/1.1 403 Forbidden\r\n"));
    }

    [TestCase("Upgrade")]
    [TestCase("keep-alive, Upgrade")]
    public async Task Upgrade_IsToAnyProtocolAndPassesBytes(string connectionHeader, CancellationToken cancellation)
    {
        await using var ingress = await ServedIngress.StartAsync();
        await using var server = RawServer.Start(async (connection, _) =>
        {
            var head = await connection.ReadHeadAsync();
            Assert.That(head, Does.Contain("\r\nConnection: Upgrade\r\n").And.Contain("\r\nUpgrade: parrot\r\n"));
            await connection.WriteAsync("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: parrot\r\n\r\nready\r\n");
            await connection.WriteAsync("you said " + await connection.ReadHeadAsync());
        });
        ingress.Split((server.Backend, 100));
        using var client = await RawClient.ConnectAsync(ingress, cancellation);
        await client.WriteAsync($"GET / HTTP/1.1\r\nHost: {Host}\r\nConnection: {connectionHeader}\r\nUpgrade: parrot\r\n\r\n", cancellation);
        var head = await client.ReadUntilAsync("ready\r\n", cancellation);
        Assert.That(head, Does.StartWith("HTTP/1.1 101 Switching Protocols\r\n").And.Contain("Upgrade: parrot\r\n"));
        await client.WriteAsync("hello\r\n\r\n", cancellation);

        Assert.That(await client.ReadToEndAsync(cancellation), Is.EqualTo("you said hello\r\n\r\n"));
    }

    private static async Task<ClientWebSocket> ConnectAsync(ServedIngress ingress, CancellationToken cancellation)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("chat");
        await socket.ConnectAsync(new Uri($"ws://{Host}/live"), ingress.Client, cancellation);
        return socket;
    }

    private static async Task<string> AskAsync(ClientWebSocket socket, string text, CancellationToken cancellation)
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, cancellation);
        var (answer, buffer) = (new StringBuilder(), new byte[8192]);
        WebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(buffer, cancellation);
            answer.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
        }
        while (!received.EndOfMessage);
        return answer.ToString();
    }

    private static async Task EchoAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync("chat");
        var buffer = new byte[8192];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer, context.RequestAborted);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseAsync(received.CloseStatus!.Value, received.CloseStatusDescription, context.RequestAborted);
                return;
            }

            await socket.SendAsync(buffer.AsMemory(0, received.Count), received.MessageType, received.EndOfMessage, context.RequestAborted);
        }
    }
}
