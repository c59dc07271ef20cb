using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Cli.Journal.Files;

internal sealed class JournalDisk : IJournalDisk
{
    // A file's own bytes; that it is in its folder is made durable by the head, which is always replaced after it.
    public void Write(string path, long at, ReadOnlySpan<byte> bytes)
    {
        using var file = Open(path);
        if (file.Length > at)
            file.SetLength(at);
        file.Position = at;
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    public void Cut(string path, long length)
    {
        using var file = Open(path);
        file.SetLength(length);
        file.Flush(flushToDisk: true);
    }

    public Task ReplaceAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        DurableFile.ReplaceAsync(path, (stream, token) => stream.WriteAsync(bytes, token).AsTask(), cancellation);

    // Without a buffer, or disposing would try to write again what a full disk has refused.
    private static FileStream Open(string path) =>
        new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
}
