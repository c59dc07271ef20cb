using System.Net.Sockets;
using System.Text;

namespace ReleaseInfra.Rehearsal.Tests.Ingress;

/// <summary>Writes requests as no client library would.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket _socket;

    private RawClient(Socket socket) => _socket = socket;

    public static async Task<RawClient> ConnectAsync(ServedIngress ingress, CancellationToken cancellation) =>
        new(await ingress.ConnectAsync(cancellation));

    public async Task WriteAsync(string text, CancellationToken cancellation) =>
        await _socket.SendAsync(Encoding.Latin1.GetBytes(text), cancellation);

    /// <returns>What has come once that text has.</returns>
    public async Task<string> ReadUntilAsync(string text, CancellationToken cancellation)
    {
        var read = new StringBuilder();
        var buffer = new byte[4096];
        while (!read.ToString().Contains(text, StringComparison.Ordinal))
        {
            var length = await _socket.ReceiveAsync(buffer, cancellation);
            if (length == 0)
                throw new EndOfStreamException($"Ended after: {read}");
            read.Append(Encoding.Latin1.GetString(buffer, 0, length));
        }

        return read.ToString();
    }

    /// <returns>All up to the connection's end.</returns>
    public async Task<string> ReadToEndAsync(CancellationToken cancellation)
    {
        await using var stream = new NetworkStream(_socket);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(cancellation);
    }

    public void Dispose() => _socket.Dispose();
}
