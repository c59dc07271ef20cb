namespace ReleaseInfra.Rehearsal.Running.Processes;

/// <summary>Finds programs as a shell does.</summary>
internal static class Executable
{
    private static readonly string[] Endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat", ""] : [""];

    /// <param name="name">With a folder in it, a path; else what is looked for in <paramref name="path"/>.</param>
    /// <param name="folder">Which a relative path is relative to.</param>
    /// <exception cref="LaunchFailure">There is none.</exception>
    public static string Find(string name, string folder, string? path)
    {
        var isPath = name.AsSpan().ContainsAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var folders = isPath ? [folder] : (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var found = from inFolder in folders
                    from ending in Endings
                    let candidate = Path.GetFullPath(Path.Combine(folder, inFolder, name + ending))
                    where File.Exists(candidate)
                    select candidate;
        return found.FirstOrDefault() ?? throw new LaunchFailure(
            isPath ? $"There is no program '{name}'." : $"The program '{name}' is in no folder of PATH.");
    }
}
