using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine.Local.Locking;
using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Journal.Files;

/// <summary>Journals in the workspace, one file of lines for each release.</summary>
internal sealed class FileJournalStore(string workspace, IJournalDisk disk) : IJournalStore
{
    public string NameOf(JournalName journal) => new JournalFiles(workspace, journal).Name;

    public Task<ImmutableArray<ReleaseId>> ListAsync(string stack, CancellationToken cancellation)
    {
        var folder = new DirectoryInfo(JournalFiles.FolderOf(workspace, stack));
        return Task.FromResult(folder.Exists
            ? [.. folder.EnumerateFiles($"*{JournalFiles.LinesEnding}")
                .Select(Release)
                .OrderBy(release => release.Text, StringComparer.Ordinal)]
            : ImmutableArray<ReleaseId>.Empty);
    }

    public Task<StoredJournal> ReadAsync(JournalName journal, CancellationToken cancellation) =>
        Task.FromResult(new JournalFiles(workspace, journal).Read());

    public Task<IJournalLease> TakeAsync(JournalName journal, JournalClaim claim, CancellationToken cancellation)
    {
        var files = new JournalFiles(workspace, journal);
        return Task.FromResult<IJournalLease>(new FileJournalLease(files, disk, Lock(files)));
    }

    private static ReleaseId Release(FileInfo file)
    {
        try
        {
            return ReleaseId.Parse(Path.GetFileNameWithoutExtension(file.Name));
        }
        catch (FormatException)
        {
            throw ReleaseFailure.NotAJournal(file.FullName);
        }
    }

    /// <summary>The operating system's, so that it ends with its process. The file stays: see <see cref="StackLock"/>.</summary>
    private static FileStream Lock(JournalFiles files)
    {
        try
        {
            Directory.CreateDirectory(files.Folder);
            return new FileStream(files.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (StackLock.IsTaken(taken))
        {
            throw ReleaseFailure.JournalHeld(files.Name, files.ReadHead()?.Holder);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw ReleaseFailure.FolderUnwritable(files.Folder, unwritable);
        }
    }
}
