using ReleaseInfra.Cli.Engine.State;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Cli.Engine.Local.Locking;

/// <summary>The right to write to a stack's folder.</summary>
/// <remarks>
/// It is the operating system's lock on an open file, so that it ends with its process, however that ends. The file stays:
/// removing it would let two processes lock two files of one name. Who has it stands in another file, because one that is
/// locked cannot be read everywhere.
/// </remarks>
internal sealed class StackLock : IAsyncDisposable
{
    private const string LockFile = "lock";
    private const string HolderFile = "lock.json";
    private const int Patience = 20;

    /// <summary>A holder writes its name once it has the lock. Before that there is none, or that of one that died.</summary>
    private static readonly TimeSpan Naming = TimeSpan.FromMilliseconds(100);

    // What the platforms' calls answer where another process has the file: Linux, macOS, Windows.
    private static readonly int[] Taken = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;
    private readonly string _holder;

    private StackLock(FileStream file, string holder) => (_file, _holder) = (file, holder);

    /// <summary>Whether a file could not be opened because another process has it.</summary>
    internal static bool IsTaken(IOException refused) => Taken.Contains(refused.HResult);

    /// <exception cref="ReleaseFailure">Another process has it, or the folder cannot be written.</exception>
    public static async Task<StackLock> TakeAsync(StackFolder folder, LockHolder holder, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(folder.Path);
            var file = new FileStream(folder.PathOf(LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return await NamedAsync(new StackLock(file, folder.PathOf(HolderFile)), holder, cancellation);
        }
        catch (IOException locked) when (IsTaken(locked))
        {
            throw ReleaseFailure.Locked(folder.Stack, await FindHolderAsync(folder, clock, cancellation), folder.NameOf(LockFile));
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw ReleaseFailure.FolderUnwritable(folder.Path, unwritable);
        }
    }

    private static async Task<StackLock> NamedAsync(StackLock taken, LockHolder holder, CancellationToken cancellation)
    {
        try
        {
            await DurableFile.ReplaceAsync(taken._holder, (stream, token) => LockHolderJson.WriteAsync(stream, holder, token), cancellation);
            return taken;
        }
        catch
        {
            await taken.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        // Before the lock goes, or it could be the next holder's.
        File.Delete(_holder);
        return _file.DisposeAsync();
    }

    /// <summary>Null where it gives no name even to those who wait.</summary>
    private static async Task<LockHolder?> FindHolderAsync(StackFolder folder, TimeProvider clock, CancellationToken cancellation)
    {
        for (var waited = 0; waited < Patience; waited++)
        {
            await Task.Delay(Naming, clock, cancellation);
            if (LockHolderJson.Find(folder.PathOf(HolderFile)) is { } holder)
                return holder;
        }

        return null;
    }
}
