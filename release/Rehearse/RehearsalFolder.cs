using ReleaseInfra.Stacks.Configuration;

namespace ReleaseInfra.Cli.Rehearse;

/// <summary>A copy of a workspace's configuration that a rehearsal may write in. It ends with the rehearsal, unless it is kept.</summary>
internal sealed class RehearsalFolder : IDisposable
{
    private const string Environments = "stacks/environments";

    private readonly DirectoryInfo _folder;

    private RehearsalFolder(DirectoryInfo folder) => _folder = folder;

    public string Workspace => PathOf("workspace");

    /// <summary>For what is kept beside the workspace: keys that end with the rehearsal, its clock, its doors.</summary>
    public string Profile => PathOf("profile");

    public string Logs => PathOf("logs");

    /// <summary>Whether it outlives the rehearsal, for whoever wants to look.</summary>
    public bool IsKept { get; set; }

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <exception cref="ReleaseFailure">It cannot be written.</exception>
    public static RehearsalFolder CopyOf(string workspace)
    {
        var folder = new RehearsalFolder(Directory.CreateTempSubdirectory("release-rehearsal-"));
        try
        {
            Directory.CreateDirectory(folder.Profile);
            Directory.CreateDirectory(folder.Logs);
            Directory.CreateDirectory(Path.Combine(folder.Workspace, Environments));
            foreach (var file in Directory.EnumerateFiles(workspace, "Pulumi*.yaml"))
                File.Copy(file, Path.Combine(folder.Workspace, Path.GetFileName(file)));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(workspace, Environments), "*.json"))
                File.Copy(file, Path.Combine(folder.Workspace, Environments, Path.GetFileName(file)));
            return folder;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            folder.Dispose();
            throw ReleaseFailure.FolderUnwritable(folder._folder.FullName, unwritable);
        }
    }

    public void Dispose()
    {
        if (!IsKept)
            _folder.Delete(recursive: true);
    }
}
