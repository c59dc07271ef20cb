using System.Net;
using System.Net.Sockets;

namespace ReleaseInfra.Rehearsal.Load;

/// <summary>A client whose every connection goes to the ingress, as DNS would have it.</summary>
internal static class LoadConnections
{
    /// <summary>Within what a process may usually have open, with the ingress's own beside them; a request beyond waits, and is timed so.</summary>
    private const int Most = 2_000;

    public static HttpMessageInvoker To(IPEndPoint ingress) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellation) => await ConnectAsync(ingress, cancellation),
        MaxConnectionsPerServer = Most,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
    });

    private static async ValueTask<Stream> ConnectAsync(IPEndPoint ingress, CancellationToken cancellation)
    {
        var socket = new Socket(ingress.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
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
    }
}
