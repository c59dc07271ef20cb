using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ReleaseInfra.Rehearsal.Sample;

/// <summary>A small web application: a page, some data, something slow and something that stays open.</summary>
internal sealed class SampleEndpoints(SampleIdentity identity, TimeProvider time)
{
    private const int StreamedLines = 10;
    private const int Items = 20;

    private static readonly TimeSpan BetweenLines = TimeSpan.FromMilliseconds(100);

    public Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        if (path == identity.HealthPath || path == SampleIdentity.UsualHealthPath)
            return JsonAsync(context, new JsonObject { ["status"] = "ok", ["tag"] = identity.Tag });

        return path switch
        {
            "/" => PageAsync(context),
            "/api/items" => JsonAsync(context, new JsonObject { ["items"] = new JsonArray([.. Enumerable.Range(1, Items).Select(Item)]) }),
            "/api/version" => JsonAsync(context, Version()),
            "/api/stream" => StreamAsync(context),
            "/api/echo" => EchoAsync(context),
            _ => NotFoundAsync(context),
        };
    }

    private JsonObject Version() => new()
    {
        ["tag"] = identity.Tag,
        ["revision"] = identity.Revision,
        ["process"] = Environment.ProcessId,
    };

    private static JsonNode Item(int number) => new JsonObject
    {
        ["id"] = number,
        ["name"] = string.Create(CultureInfo.InvariantCulture, $"item {number}"),
    };

    private Task PageAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"<!doctype html><title>Sample</title><h1>Sample application</h1><p>{identity.Tag} {identity.Revision}</p>\n",
            context.RequestAborted);
    }

    private static Task JsonAsync(HttpContext context, JsonObject body)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }

    /// <summary>A line now and then for a second: whoever passes it on has to pass on each as it comes.</summary>
    private async Task StreamAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        for (var line = 1; line <= StreamedLines; line++)
        {
            await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"line {line} of {StreamedLines}\n"), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            if (line < StreamedLines)
                await Task.Delay(BetweenLines, time, context.RequestAborted);
        }
    }

    private static async Task EchoAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            context.Response.Headers.Upgrade = "websocket";
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[4096];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), context.RequestAborted);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
                return;
            }

            await socket.SendAsync(buffer.AsMemory(0, received.Count), received.MessageType, received.EndOfMessage, context.RequestAborted);
        }
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("Not found.\n"), context.RequestAborted).AsTask();
    }
}
