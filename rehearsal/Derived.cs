using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ReleaseInfra.Rehearsal;

/// <summary>What Azure would draw at random, derived from names instead: the same stack is given the same values for ever.</summary>
internal static class Derived
{
    /// <summary>Every character class has its place, so that a rule on character classes holds for any length from 4.</summary>
    private const string Letters = "abcdefghijkmnopqrstuvwxyz";

    /// <summary>A name-based GUID (version 8: neither time nor chance is in it).</summary>
    public static string Guid(string text)
    {
        var bytes = Bytes(text).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <param name="length">1..64.</param>
    public static string Hex(string text, int length) => Convert.ToHexStringLower(Bytes(text))[..length];

    /// <summary>A key that nobody can take for a real one.</summary>
    public static string Key(string text) => "rehearsal-" + Hex(text, 40);

    /// <summary>Starts with the first character of each class; the rest are drawn from all of them.</summary>
    public static string Characters(string text, int length, IReadOnlyList<string> classes)
    {
        var alphabet = string.Concat(classes.DefaultIfEmpty(Letters));
        var characters = new char[length];
        for (var index = 0; index < length; index++)
        {
            var set = index < classes.Count ? classes[index] : alphabet;
            var draw = BinaryPrimitives.ReadUInt32BigEndian(Bytes($"{text}/{index}"));
            characters[index] = set[(int)(draw % (uint)set.Length)];
        }

        return new string(characters);
    }

    private static byte[] Bytes(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
