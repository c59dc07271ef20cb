using System.Text.Json;

namespace ReleaseInfra.Cli.Engine.Local.Locking;

internal static class LockHolderJson
{
    public static async Task WriteAsync(Stream stream, LockHolder holder, CancellationToken cancellation)
    {
        await using var writer = new Utf8JsonWriter(stream);
        writer.WriteStartObject();
        writer.WriteNumber("pid", holder.ProcessId);
        writer.WriteString("host", holder.Host);
        writer.WriteString("purpose", holder.Purpose);
        writer.WriteString("since", holder.Since);
        writer.WriteEndObject();
        await writer.FlushAsync(cancellation);
    }

    /// <summary>Null in the moment between the lock and its holder's name.</summary>
    public static LockHolder? Find(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            return new LockHolder(
                root.GetProperty("pid").GetInt32(),
                root.GetProperty("host").GetString()!,
                root.GetProperty("purpose").GetString()!,
                root.GetProperty("since").GetDateTimeOffset());
        }
        catch (Exception unknown) when (unknown is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
