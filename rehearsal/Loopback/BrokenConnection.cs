using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace ReleaseInfra.Rehearsal.Loopback;

internal static class BrokenConnection
{
    /// <summary>Without lingering the peer is told that the connection broke, and not that it ended.</summary>
    public static void Reset(HttpContext context)
    {
        if (context.Features.Get<IConnectionSocketFeature>() is { } connection)
            connection.Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        context.Abort();
    }
}
