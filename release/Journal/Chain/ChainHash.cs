using System.Security.Cryptography;
using System.Text;

namespace ReleaseInfra.Cli.Journal.Chain;

/// <summary>SHA-256, as 64 lower-case hexadecimal digits.</summary>
internal static class ChainHash
{
    public const int Digits = 64;

    /// <summary>What the first line counts as its line before: no line can be moved into another release's journal.</summary>
    public static string Seed(JournalName journal) => Of($"release-journal 1\n{journal.Stack}\n{journal.Release}", []);

    /// <param name="before">Of the line before.</param>
    public static string Of(string before, ReadOnlySpan<byte> text) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(before), .. text]));
}
