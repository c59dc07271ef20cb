using ReleaseInfra.Cli.Journal.Chain;
using ReleaseInfra.Cli.Journal.Format;

namespace ReleaseInfra.Cli.Journal.Files;

/// <summary>A line first, then the head that knows it: a process that dies in between has written one line that nobody counts on.</summary>
internal sealed class FileJournalLease : IJournalLease
{
    // What the platforms' calls answer where no room is left: Linux and macOS, Windows.
    private static readonly int[] Full = [28, unchecked((int)0x80070070)];

    private readonly JournalFiles _files;
    private readonly IJournalDisk _disk;
    private readonly FileStream _lock;

    // Null after a write that failed and could not be undone: how much of it stands is not known.
    private long? _length;

    // Null before the first line, which may have to take the place of half a line.
    private long? _next;

    public FileJournalLease(JournalFiles files, IJournalDisk disk, FileStream taken)
    {
        (_files, _disk, _lock) = (files, disk, taken);
        try
        {
            Found = files.Read();
            _length = Found.Lines.Length;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    public StoredJournal Found { get; }

    public async Task BeginEpochAsync(JournalHead head, CancellationToken cancellation)
    {
        try
        {
            await ReplaceHeadAsync(head, cancellation);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw Failure(failed);
        }
    }

    public async Task AppendAsync(long at, ReadOnlyMemory<byte> line, JournalHead head, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        RequireOwn(head.Epoch);
        if (_next is { } next && next != at)
            throw ReleaseFailure.JournalChanged(_files.Name);
        try
        {
            _disk.Write(_files.Lines, at, line.Span);
            await ReplaceHeadAsync(head, cancellation);
            _next = _length = at + line.Length;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            Undo(at, line.Length, head);
            throw Failure(failed);
        }
        catch (OperationCanceledException)
        {
            Undo(at, line.Length, head);
            throw;
        }
    }

    public ValueTask DisposeAsync() => _lock.DisposeAsync();

    // The lock keeps other writers out, but for a network drive that lost it, or somebody who removed its file.
    private void RequireOwn(int epoch)
    {
        var stored = _files.ReadHead() ?? throw ReleaseFailure.JournalChanged(_files.Name);
        if (stored.Epoch != epoch)
            throw ReleaseFailure.JournalTakenOver(_files.Name, stored.Holder, stored.Epoch, epoch);
        var lines = new FileInfo(_files.Lines);
        if (_length is { } length && (lines.Exists ? lines.Length : 0) != length)
            throw ReleaseFailure.JournalChanged(_files.Name);
    }

    private Task ReplaceHeadAsync(JournalHead head, CancellationToken cancellation) =>
        _disk.ReplaceAsync(_files.Head, HeadFormat.Write(_files.Journal, head), cancellation);

    /// <summary>Unless the head already counts on the line: then it must stand, and only another writer can go on after it.</summary>
    private void Undo(long at, int written, JournalHead head)
    {
        _length = null;
        try
        {
            if (_files.ReadHead()?.Count == head.Count)
            {
                _next = _length = at + written;
                return;
            }

            _disk.Cut(_files.Lines, at);
            _length = at;
        }
        catch (Exception worse) when (worse is IOException or UnauthorizedAccessException)
        {
            // The next line is written over what is left, by this writer or by the next.
        }
    }

    private ReleaseFailure Failure(Exception failed) => Full.Contains(failed.HResult)
        ? ReleaseFailure.DiskFull(_files.Name, failed)
        : ReleaseFailure.FolderUnwritable(_files.Folder, failed);
}
