using System.Text;
using ReleaseInfra.Cli.Journal.Files;

namespace ReleaseInfra.Release.Tests.Runs.Scenes;

/// <summary>Tells of each line once the journal has it, and lets its writer wait for whoever is told.</summary>
internal sealed class HeardDisk(IJournalDisk disk, Func<string, Task> hear) : IJournalDisk
{
    private string? _line;

    public void Write(string path, long at, ReadOnlySpan<byte> bytes)
    {
        disk.Write(path, at, bytes);
        _line = Encoding.UTF8.GetString(bytes);
    }

    public void Cut(string path, long length) => disk.Cut(path, length);

    public async Task ReplaceAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await disk.ReplaceAsync(path, bytes, cancellation);
        if (Interlocked.Exchange(ref _line, null) is { } line)
            await hear(line);
    }
}
