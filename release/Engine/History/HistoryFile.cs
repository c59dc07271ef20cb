using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Cli.Engine.State;

namespace ReleaseInfra.Cli.Engine.History;

/// <summary>A stack's updates, in <c>.release/STACK/history.jsonl</c>: lines are added and never changed.</summary>
internal sealed class HistoryFile(StackFolder folder)
{
    private const string File = "history.jsonl";
    private const byte LineEnd = (byte)'\n';

    private string FullPath => folder.PathOf(File);

    /// <summary>The oldest first. A last line without its end is one that a process died writing, and never happened.</summary>
    /// <exception cref="ReleaseFailure">A line cannot be read.</exception>
    public async Task<ImmutableArray<StackUpdate>> ReadAsync(CancellationToken cancellation)
    {
        if (!System.IO.File.Exists(FullPath))
            return [];

        var bytes = await System.IO.File.ReadAllBytesAsync(FullPath, cancellation);
        var updates = new List<StackUpdate>();
        var whole = bytes.AsMemory(0, Array.LastIndexOf(bytes, LineEnd) + 1);
        for (var number = 1; !whole.IsEmpty; number++)
        {
            var end = whole.Span.IndexOf(LineEnd);
            Read(whole[..end], number, updates);
            whole = whole[(end + 1)..];
        }

        return [.. updates];
    }

    /// <summary>On the disk before anything else happens.</summary>
    public Task StartAsync(StackUpdate update, CancellationToken cancellation) =>
        AppendAsync(writer => HistoryJson.WriteStart(writer, update), cancellation);

    public Task EndAsync(int number, UpdateEnd end, CancellationToken cancellation) =>
        AppendAsync(writer => HistoryJson.WriteEnd(writer, number, end), cancellation);

    private void Read(ReadOnlyMemory<byte> line, int number, List<StackUpdate> updates)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            HistoryJson.Read(document.RootElement, updates);
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw ReleaseFailure.HistoryUnreadable(folder.NameOf(File), number, broken.Message.TrimEnd('.', ' '));
        }
    }

    private async Task AppendAsync(Action<Utf8JsonWriter> write, CancellationToken cancellation)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line))
            write(writer);
        line.Write([LineEnd]);

        Directory.CreateDirectory(folder.Path);
        await using var file = new FileStream(FullPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        file.Position = await EndOfLastLineAsync(file, cancellation);
        await file.WriteAsync(line.WrittenMemory, cancellation);
        file.SetLength(file.Position);
        file.Flush(flushToDisk: true);
    }

    /// <summary>A new line after half a line would make both unreadable.</summary>
    private static async Task<long> EndOfLastLineAsync(FileStream file, CancellationToken cancellation)
    {
        var one = new byte[1];
        for (var end = file.Length; end > 0; end--)
        {
            file.Position = end - 1;
            await file.ReadExactlyAsync(one, cancellation);
            if (one[0] == LineEnd)
                return end;
        }

        return 0;
    }
}
