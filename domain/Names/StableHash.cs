using System.Security.Cryptography;
using System.Text;

namespace ReleaseInfra.Domain.Names;

/// <summary>Short identities that are the same on every machine and in every run.</summary>
internal static class StableHash
{
    // No vowels, so that no word comes out; no digits that look like letters.
    private const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";

    /// <summary>Six characters.</summary>
    public static string Suffix(params ReadOnlySpan<string> parts)
    {
        var hash = Hash(parts);
        Span<char> suffix = stackalloc char[6];
        for (var index = 0; index < suffix.Length; index++)
            suffix[index] = Alphabet[hash[index] % Alphabet.Length];
        return new string(suffix);
    }

    /// <summary>A name-based GUID in the layout of RFC 9562, version 8.</summary>
    public static Guid Guid(params ReadOnlySpan<string> parts)
    {
        var hash = Hash(parts);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    private static byte[] Hash(ReadOnlySpan<string> parts) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
}
