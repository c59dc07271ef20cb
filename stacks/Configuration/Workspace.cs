using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Stacks.Configuration;

/// <summary>The folder that holds Pulumi.yaml, and where in it everything stands.</summary>
/// <param name="Folder">Absolute.</param>
public sealed record Workspace(string Folder)
{
    public const string ProjectFile = "Pulumi.yaml";

    /// <summary>Null where neither the folder nor one above it holds Pulumi.yaml.</summary>
    public static Workspace? Find(string startDirectory)
    {
        for (var folder = new DirectoryInfo(startDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, ProjectFile)))
                return new Workspace(folder.FullName);
        }

        return null;
    }

    /// <summary>Relative to the workspace.</summary>
    public static string StackFile(StackName stack) => $"Pulumi.{stack.Name}.yaml";

    /// <summary>Relative to the workspace; a later layer is laid over the ones before.</summary>
    public static IReadOnlyList<string> EnvironmentFiles(StackName stack) =>
        ["stacks/environments/base.json", $"stacks/environments/{stack.Name}.json"];

    public string PathOf(string file) => Path.Combine(Folder, file);
}
