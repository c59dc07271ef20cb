using System.Net;
using System.Net.Sockets;

namespace ReleaseInfra.Rehearsal.Running.Processes;

/// <summary>Ports of this machine that nobody listens at.</summary>
/// <remarks>
/// From below those that systems give to outgoing connections: one of those could be taken by a request between the moment in which it
/// was found free and the process's own start.
/// </remarks>
internal sealed class FreePorts
{
    private const int First = 20_000;
    private const int Count = 12_000;

    private int _next;

    /// <param name="start">Any number: programs that start at different ones do not meet.</param>
    public FreePorts(int start) => _next = start;

    /// <exception cref="LaunchFailure">There is none.</exception>
    public int Take()
    {
        for (var tried = 0; tried < Count; tried++)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _next) % Count);
            if (IsFree(port))
                return port;
        }

        throw new LaunchFailure($"No port from {First} to {First + Count - 1} is free.");
    }

    private static bool IsFree(int port)
    {
        // At all addresses: that is where most servers listen.
        var listener = new TcpListener(IPAddress.Any, port) { ExclusiveAddressUse = true };
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
        finally
        {
            listener.Stop();
        }
    }
}
