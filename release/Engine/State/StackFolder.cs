namespace ReleaseInfra.Cli.Engine.State;

/// <summary>Where the local engine keeps what belongs to one stack: <c>.release/STACK</c> of the workspace.</summary>
internal sealed class StackFolder(string workspaceFolder, string stack)
{
    private const string Folder = ".release";

    public string Stack => stack;

    public string Path { get; } = System.IO.Path.Combine(workspaceFolder, Folder, stack);

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Relative to the workspace, as people see it.</summary>
    public string NameOf(string file) => $"{Folder}/{stack}/{file}";
}
