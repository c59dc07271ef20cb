using System.Net;
using System.Text;

namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>The connections to all versions' processes.</summary>
internal sealed class Upstream : IDisposable
{
    /// <summary>Below what servers keep an idle connection for: gunicorn two seconds, Node five.</summary>
    private static readonly TimeSpan IdleFor = TimeSpan.FromSeconds(1);

    private readonly HttpMessageInvoker _pooled = new(Handler(Timeout.InfiniteTimeSpan));

    /// <summary>Opens a connection for each request.</summary>
    private readonly HttpMessageInvoker _fresh = new(Handler(TimeSpan.Zero));

    /// <returns>Its body is still to be read.</returns>
    public async Task<HttpResponseMessage> SendAsync(IncomingRequest request, string origin, CancellationToken cancellation)
    {
        try
        {
            return await _pooled.SendAsync(request.To(origin), cancellation);
        }
        catch (HttpRequestException broken) when (request.CanRepeat && IsOfTheConnection(broken))
        {
            // The process may have closed an idle connection at the very moment in which it was taken up again.
            return await _fresh.SendAsync(request.To(origin), cancellation);
        }
    }

    public void Dispose()
    {
        _pooled.Dispose();
        _fresh.Dispose();
    }

    /// <summary>It was made, and gave nothing of an answer.</summary>
    private static bool IsOfTheConnection(HttpRequestException broken) =>
        broken is { HttpRequestError: HttpRequestError.ResponseEnded }
        || broken is { HttpRequestError: not (HttpRequestError.ConnectionError or HttpRequestError.InvalidResponse), InnerException: IOException };

    private static SocketsHttpHandler Handler(TimeSpan connectionLifetime) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        PooledConnectionIdleTimeout = IdleFor,
        PooledConnectionLifetime = connectionLifetime,
        // Bytes that are no ASCII pass unchanged, as through Kestrel with the same encoding.
        RequestHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
        ResponseHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
    };
}
