namespace ReleaseInfra.Rehearsal.Store;

/// <summary>Replaces several files of one folder together: a crash at any moment leaves all the old ones or all the new ones.</summary>
/// <remarks>
/// The new contents are written beside the old ones, then listed in a file of their own, and that file's existence decides: from
/// then on they count, whoever finishes the renames. One writer at a time; readers need no turn.
/// </remarks>
public static class DurableFiles
{
    private const string Decision = "replacing";

    /// <exception cref="IOException">The folder or a file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or a file must not be written.</exception>
    public static async Task ReplaceAsync(string folder, IReadOnlyList<FileContent> files, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        try
        {
            // Side by side, since putting a large one into words takes longer than writing it.
            await Task.WhenAll(files.Select(file => Task.Run(() => DurableFile.WriteBesideAsync(file, cancellation), cancellation)));

            // Before the decision, or a crash could leave the list without what it lists.
            DurableFile.SynchronizeFolder(folder);
            await DurableFile.ReplaceAsync(
                DecisionIn(folder),
                (stream, token) => stream.WriteAsync(Names(files), token).AsTask(),
                cancellation);
        }
        catch
        {
            foreach (var file in files)
                File.Delete(DurableFile.Beside(file.Path));
            throw;
        }

        Finish(folder);
    }

    /// <summary>Finishes what a writer that is gone had decided. Whoever is to write next does this first.</summary>
    public static void Finish(string folder)
    {
        if (!File.Exists(DecisionIn(folder)))
            return;

        foreach (var name in File.ReadAllLines(DecisionIn(folder)))
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(DurableFile.Beside(path)))
                File.Move(DurableFile.Beside(path), path, overwrite: true);
        }

        // The renames first: without them the decision must not be forgotten.
        DurableFile.SynchronizeFolder(folder);
        File.Delete(DecisionIn(folder));
    }

    /// <summary>Opens the file as the last decision has it, also while a writer is at its renames, or died at them.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static FileStream OpenRead(string path)
    {
        var decision = DecisionIn(Path.GetDirectoryName(path)!);
        while (File.Exists(decision) && File.Exists(DurableFile.Beside(path)))
        {
            if (OpenDecided(path, decision) is { } decided)
                return decided;
        }

        // Nothing is decided; or this file is renamed already, or not among those that are replaced.
        return Open(path);
    }

    /// <summary>Null where the decision was carried out meanwhile: then the next writer may be at work under the same name.</summary>
    private static FileStream? OpenDecided(string path, string decision)
    {
        try
        {
            var file = Open(DurableFile.Beside(path));
            if (File.Exists(decision))
                return file;

            file.Dispose();
            return null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static byte[] Names(IReadOnlyList<FileContent> files) =>
        System.Text.Encoding.UTF8.GetBytes(string.Concat(files.Select(file => Path.GetFileName(file.Path) + '\n')));

    private static string DecisionIn(string folder) => Path.Combine(folder, Decision);
}
