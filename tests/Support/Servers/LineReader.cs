using System.Text;

namespace ReleaseInfra.Tests.Support.Servers;

internal static class LineReader
{
    /// <summary>Byte by byte: what follows belongs to somebody else, such as a handshake.</summary>
    /// <exception cref="EndOfStreamException">The other side ended first.</exception>
    public static async Task<string> UntilAsync(Stream stream, string end, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith(end, StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, cancellation);
            text.Append((char)one[0]);
        }

        return text.ToString();
    }
}
