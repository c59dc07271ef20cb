using System.Net;
using System.Net.Sockets;
using System.Text;
using ReleaseInfra.Rehearsal.Ingress;

namespace ReleaseInfra.Rehearsal.Tests.Ingress;

/// <summary>A process that answers as no proper server would: each connection is a script's.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly Socket _listening = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _over = new();
    private readonly Task _accepting;
    private int _connections;

    private RawServer(Func<Connection, int, Task> script)
    {
        _listening.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listening.Listen();
        Backend = new Backend("web--raw", (IPEndPoint)_listening.LocalEndPoint!);
        _accepting = AcceptAsync(script);
    }

    public Backend Backend { get; }

    public int Connections => Volatile.Read(ref _connections);

    /// <param name="script">Given each connection and its number, from 0; closed when it ends.</param>
    public static RawServer Start(Func<Connection, int, Task> script) => new(script);

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _accepting;
        _listening.Dispose();
        _over.Dispose();
    }

    private async Task AcceptAsync(Func<Connection, int, Task> script)
    {
        var scripts = new List<Task>();
        try
        {
            while (true)
                scripts.Add(PlayAsync(await _listening.AcceptAsync(_over.Token), script));
        }
        catch (OperationCanceledException)
        {
        }

        await Task.WhenAll(scripts);
    }

    private async Task PlayAsync(Socket socket, Func<Connection, int, Task> script)
    {
        using var connection = new Connection(socket);
        await script(connection, Interlocked.Increment(ref _connections) - 1);
    }

    internal sealed class Connection(Socket socket) : IDisposable
    {
        /// <returns>The head of a request without a body; empty at the connection's end.</returns>
        public async Task<string> ReadHeadAsync()
        {
            var head = new StringBuilder();
            var buffer = new byte[4096];
            while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
            {
                var read = await socket.ReceiveAsync(buffer);
                if (read == 0)
                    return "";
                head.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }

            return head.ToString();
        }

        public async Task WriteAsync(string text) => await socket.SendAsync(Encoding.Latin1.GetBytes(text));

        /// <summary>With a reset, where closing would end it in good order.</summary>
        public void Reset() => socket.LingerState = new LingerOption(enable: true, seconds: 0);

        public void Dispose() => socket.Dispose();
    }
}
