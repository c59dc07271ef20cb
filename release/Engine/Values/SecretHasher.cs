using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace ReleaseInfra.Cli.Engine.Values;

/// <summary>Tells whether a secret changed without keeping it. Keyed, so that a short secret cannot be guessed from its digest.</summary>
internal sealed class SecretHasher(byte[] key)
{
    public string Digest(InputValue clear)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            InputValueJson.Keep(writer, clear);

        return Convert.ToHexStringLower(HMACSHA256.HashData(key, buffer.WrittenSpan));
    }
}
