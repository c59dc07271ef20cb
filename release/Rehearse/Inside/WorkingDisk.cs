using ReleaseInfra.Cli.Journal.Files;
using ReleaseInfra.Rehearsal.Clocks;

namespace ReleaseInfra.Cli.Rehearse.Inside;

/// <summary>A disk that takes as long as it takes.</summary>
internal sealed class WorkingDisk(CompressedTime time, IJournalDisk disk) : IJournalDisk
{
    public void Write(string path, long at, ReadOnlySpan<byte> bytes)
    {
        using var working = time.Working();
        disk.Write(path, at, bytes);
    }

    public void Cut(string path, long length) => disk.Cut(path, length);

    public async Task ReplaceAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var working = time.Working();
        await disk.ReplaceAsync(path, bytes, cancellation);
    }
}
