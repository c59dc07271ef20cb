using System.Text.Json;

namespace ReleaseInfra.Rehearsal.Store;

/// <summary>Hands what is written on as it comes: a writer keeps all of it in memory otherwise, and twice over when it grows.</summary>
public static class JsonPieces
{
    private const int Bytes = 256 * 1024;

    /// <summary>After each of what may be thousands.</summary>
    public static void FlushPiece(this Utf8JsonWriter writer)
    {
        if (writer.BytesPending >= Bytes)
            writer.Flush();
    }
}
