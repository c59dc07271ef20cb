using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ReleaseInfra.Cli.Gates.Http;

/// <summary>Asks once, and waits for as long as it is told: no redirects, no cookies, no second try. Owns its connections.</summary>
internal sealed class ProbeClient : IProbeClient
{
    private const int LongestBody = 1 << 20;

    // A host's address may move from one version to the next.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(1);

    private readonly HttpMessageInvoker _http;
    private readonly TimeProvider _time;

    /// <param name="handler">The client's own from now on.</param>
    /// <param name="around">What each request goes through before it is sent; nothing by default.</param>
    internal ProbeClient(SocketsHttpHandler handler, TimeProvider time, Func<HttpMessageHandler, HttpMessageHandler>? around = null)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.PooledConnectionLifetime = ConnectionLifetime;
        (_http, _time) = (new HttpMessageInvoker(around?.Invoke(handler) ?? handler), time);
    }

    public static ProbeClient Public(TimeProvider time) => new(new SocketsHttpHandler(), time);

    /// <summary>Whatever the host's name, to one server that tells hosts apart by name.</summary>
    public static ProbeClient Through(
        IPEndPoint ingress, TimeProvider time, Func<HttpMessageHandler, HttpMessageHandler>? around = null) => new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(ingress, cancellation);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        },
        time,
        around);

    public async Task<ProbeReply> SendAsync(HttpRequestMessage request, TimeSpan within, CancellationToken cancellation)
    {
        request.Headers.UserAgent.ParseAdd("release-infra-probe");
        var begun = _time.GetTimestamp();
        using var deadline = new CancellationTokenSource(within, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            var body = await ReadAsync(response.Content, either.Token);
            return body is null
                ? new ProbeTooLong((int)response.StatusCode, LongestBody)
                : new ProbeAnswered((int)response.StatusCode, Headers(response), body, _time.GetElapsedTime(begun));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested && deadline.IsCancellationRequested)
        {
            return new ProbeUnanswered(within, "it took longer");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new ProbeUnanswered(_time.GetElapsedTime(begun), Innermost(exception).Message.TrimEnd('.'));
        }
    }

    public void Dispose() => _http.Dispose();

    /// <returns>Null for a body that is too long.</returns>
    private static async Task<string?> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[LongestBody + 1];
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return read > LongestBody ? null : Encoding.UTF8.GetString(buffer, 0, read);
    }

    private static ImmutableArray<KeyValuePair<string, string>> Headers(HttpResponseMessage response) =>
    [
        .. from header in response.Headers.Concat(response.Content.Headers)
           from value in header.Value
           select new KeyValuePair<string, string>(header.Key, value),
    ];

    private static Exception Innermost(Exception exception) =>
        exception.InnerException is { } inner ? Innermost(inner) : exception;
}
