using ReleaseInfra.Cli.Journal.Files;

namespace ReleaseInfra.Release.Tests.Journal;

/// <summary>Not an error that a program handles: the process is gone.</summary>
public sealed class KilledException : Exception;

/// <summary>A disk under a process that is killed in the middle of its n-th change.</summary>
/// <param name="change">From 1.</param>
/// <param name="done">How much of the change is on the disk, 0..1.</param>
internal sealed class KillingDisk(int change, double done) : IJournalDisk
{
    private readonly JournalDisk _disk = new();
    private int _changes;

    public void Write(string path, long at, ReadOnlySpan<byte> bytes)
    {
        if (++_changes < change)
        {
            _disk.Write(path, at, bytes);
            return;
        }

        _disk.Write(path, at, bytes[..(int)(bytes.Length * done)]);
        throw new KilledException();
    }

    public void Cut(string path, long length) => throw new KilledException();

    public async Task ReplaceAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var killed = ++_changes >= change;
        if (killed && done < 1)
            await File.WriteAllBytesAsync(path + ".new", bytes[..(int)(bytes.Length * done)].ToArray(), cancellation);
        else
            await _disk.ReplaceAsync(path, bytes, cancellation);
        if (killed)
            throw new KilledException();
    }
}

/// <summary>A disk without room, until there is.</summary>
internal sealed class FullDisk : IJournalDisk
{
    private const int NoSpace = 28;

    private readonly JournalDisk _disk = new();

    public bool LinesFit { get; set; } = true;

    public bool HeadsFit { get; set; } = true;

    public void Write(string path, long at, ReadOnlySpan<byte> bytes)
    {
        _disk.Write(path, at, LinesFit ? bytes : bytes[..(bytes.Length / 2)]);
        if (!LinesFit)
            throw new IOException("No space left on device", NoSpace);
    }

    public void Cut(string path, long length) => _disk.Cut(path, length);

    public Task ReplaceAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => HeadsFit
        ? _disk.ReplaceAsync(path, bytes, cancellation)
        : throw new IOException("No space left on device", NoSpace);
}
