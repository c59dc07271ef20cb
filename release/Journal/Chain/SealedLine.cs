using System.Text;

namespace ReleaseInfra.Cli.Journal.Chain;

/// <summary>A JSON object whose last member, <c>hash</c>, is that of everything in front of it and of the line before.</summary>
internal static class SealedLine
{
    private static readonly byte[] Before = Encoding.UTF8.GetBytes(",\"hash\":\"");
    private static readonly byte[] After = Encoding.UTF8.GetBytes("\"}");

    private static int SealLength => Before.Length + ChainHash.Digits + After.Length;

    /// <param name="json">One object with a member at least, without spaces at its end.</param>
    public static (byte[] Line, string Hash) Seal(string before, ReadOnlySpan<byte> json)
    {
        var text = json[..^1];
        var hash = ChainHash.Of(before, text);
        return ([.. text, .. Before, .. Encoding.UTF8.GetBytes(hash), .. After], hash);
    }

    /// <summary>The line's hash; null where the line is not as it was sealed, or stands after another line.</summary>
    public static string? Verify(string before, ReadOnlySpan<byte> line)
    {
        if (line.Length <= SealLength)
            return null;
        var hash = ChainHash.Of(before, line[..^SealLength]);
        return line[^SealLength..].SequenceEqual([.. Before, .. Encoding.UTF8.GetBytes(hash), .. After]) ? hash : null;
    }
}
