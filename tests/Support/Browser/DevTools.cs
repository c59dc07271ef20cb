using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReleaseInfra.Tests.Support.Browser;

/// <summary>The browser's end of the DevTools protocol: commands with answers, and events as they come.</summary>
public sealed class DevTools : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _asked = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _end = new();
    private Task _hearing = Task.CompletedTask;
    private int _last;

    private DevTools()
    {
    }

    /// <summary>Raised in the order in which they come, one after the other.</summary>
    public event Action<DevToolsEvent>? Heard;

    public static async Task<DevTools> ConnectAsync(Uri address, CancellationToken cancellation)
    {
        var tools = new DevTools();
        await tools._socket.ConnectAsync(address, cancellation);
        tools._hearing = tools.HearAsync();
        return tools;
    }

    /// <param name="session">Of one page; null for the browser itself.</param>
    /// <exception cref="InvalidOperationException">The browser says no.</exception>
    public async Task<JsonElement> AskAsync(string method, JsonObject parameters, string? session, CancellationToken cancellation)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = _asked[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
            message["sessionId"] = session;

        await _turn.WaitAsync(cancellation);
        try
        {
            await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, cancellation);
        }
        finally
        {
            _turn.Release();
        }

        return await answer.Task.WaitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _hearing;
        _socket.Dispose();
        _end.Dispose();
        _turn.Dispose();
    }

    private async Task HearAsync()
    {
        try
        {
            while (await ReceiveAsync() is { } message)
                Take(message);
            Fail(new IOException("The browser has closed the connection."));
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            Fail(gone);
        }
    }

    private async Task<JsonElement?> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), _end.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        using var document = JsonDocument.Parse(message.ToArray());
        return document.RootElement.Clone();
    }

    private void Take(JsonElement message)
    {
        if (!message.TryGetProperty("id", out var id))
        {
            Heard?.Invoke(new DevToolsEvent(
                message.GetProperty("method").GetString()!,
                message.TryGetProperty("sessionId", out var session) ? session.GetString() : null,
                message.GetProperty("params")));
        }
        else if (_asked.TryRemove(id.GetInt32(), out var asked))
        {
            if (message.TryGetProperty("error", out var error))
                asked.SetException(new InvalidOperationException($"The browser says no: {error}"));
            else
                asked.SetResult(message.GetProperty("result"));
        }
    }

    private void Fail(Exception why)
    {
        foreach (var asked in _asked.Values)
            asked.TrySetException(why);
    }
}

/// <param name="Session">Of the page that it is of; null for the browser itself.</param>
public sealed record DevToolsEvent(string Method, string? Session, JsonElement Parameters);
