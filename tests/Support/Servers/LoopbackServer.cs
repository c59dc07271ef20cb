using System.Net;
using System.Net.Sockets;

namespace ReleaseInfra.Tests.Support.Servers;

/// <summary>Takes connections on this machine, each talked to as the test's server does.</summary>
public abstract class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _talks = [];
    private Task _accepting = Task.CompletedTask;

    /// <summary>Also of a server that has stopped.</summary>
    public int Port { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_talks);
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void Start()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    protected abstract Task TalkAsync(Stream stream, CancellationToken cancellation);

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _talks.Add(TalkToAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task TalkToAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await TalkAsync(client.GetStream(), _stop.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or System.Security.Authentication.AuthenticationException)
            {
                // The other side has gone, as many a test wants it to.
            }
        }
    }
}
