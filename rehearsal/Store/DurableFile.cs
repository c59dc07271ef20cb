using System.Runtime.InteropServices;

namespace ReleaseInfra.Rehearsal.Store;

/// <summary>Replaces a file whole: a crash at any moment leaves the old one or the new one.</summary>
public static class DurableFile
{
    /// <summary>When it returns, the new file outlives a loss of power; its folders are made where they are missing.</summary>
    /// <param name="write">Given a stream that the caller need not flush or close; where it throws, the old file stands.</param>
    /// <exception cref="IOException">The folder or the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file must not be written.</exception>
    public static async Task ReplaceAsync(string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        await WriteBesideAsync(new FileContent(path, write), cancellation);
        File.Move(Beside(path), path, overwrite: true);
        SynchronizeFolder(folder);
    }

    /// <summary>Where a file's new content stands until it is whole.</summary>
    internal static string Beside(string path) => path + ".new";

    /// <summary>Leaves the new content on the disk, or nothing where it throws.</summary>
    internal static async Task WriteBesideAsync(FileContent content, CancellationToken cancellation)
    {
        var temporary = Beside(content.Path);
        try
        {
            // Shared, or a reader that took it for a decided one a moment ago would stop the writer.
            await using var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            await content.Write(file, cancellation);
            // Before the rename, or a crash could leave the new name on bytes that never reached the disk.
            file.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>The rename is in the folder's own bytes. Windows writes those with the file's, and has no call for them.</summary>
    internal static void SynchronizeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;

        var descriptor = Open(folder, flags: 0);
        if (descriptor < 0)
            throw new IOException($"The folder '{folder}' cannot be opened to be written to the disk (error {Marshal.GetLastPInvokeError()}).");

        try
        {
            if (Synchronize(descriptor) != 0)
                throw new IOException($"The folder '{folder}' cannot be written to the disk (error {Marshal.GetLastPInvokeError()}).");
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Synchronize(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int descriptor);
}
