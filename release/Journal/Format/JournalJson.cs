using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReleaseInfra.Cli.Journal.Format;

/// <summary>One JSON object on one line.</summary>
internal static class JournalJson
{
    // It is read by people too, and never stands in a web page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Whether reading failed because of what is written, and not of this program.</summary>
    public static bool IsMisread(Exception failed) => failed
        is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException or OverflowException;
}
