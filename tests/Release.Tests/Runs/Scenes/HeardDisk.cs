using System.Text;
using ReleaseInfra.Cli.Journal.Files;

namespace ReleaseInfra.Release.Tests.Runs.Scenes;

/// <summary>Tells of each line once the journal has it, and lets its writer wait for whoever is told.</summary>
/// <param name="hold">Of the clock: a disk under load takes longer than whoever waits for something else should see.</param>
internal sealed class HeardDisk(IJournalDisk disk, Func<string, Task> hear, Func<IDisposable> hold) : IJournalDisk
{
    private string? _line;

    public void Write(string path, long at, ReadOnlySpan<byte> bytes)
    {
        using var held = hold();
        disk.Write(path, at, bytes);
        _line = Encoding.UTF8.GetString(bytes);
    }

    public void Cut(string path, long length) => disk.Cut(path, length);

    public async Task ReplaceAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var held = hold();
        await disk.ReplaceAsync(path, bytes, cancellation);
        if (Interlocked.Exchange(ref _line, null) is { } line)
            await hear(line);
    }
}
