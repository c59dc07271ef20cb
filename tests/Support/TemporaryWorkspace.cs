namespace ReleaseInfra.Tests.Support;

/// <summary>A copy of the repository's own configuration, to be spoiled by a test and removed afterwards.</summary>
public sealed class TemporaryWorkspace : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TemporaryWorkspace()
    {
        var files = new[] { "Pulumi.yaml", "Pulumi.dev.yaml", "Pulumi.staging.yaml", "Pulumi.production.yaml" }
            .Concat(new[] { "base", "dev", "staging", "production" }.Select(layer => $"stacks/environments/{layer}.json"));
        foreach (var file in files)
            Write(file, File.ReadAllText(Path.Combine(RepositoryRoot.Path, file)));
    }

    public string Folder => _folder.Path;

    /// <summary>Relative to the workspace, with forward slashes.</summary>
    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public TemporaryWorkspace Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
        return this;
    }

    public TemporaryWorkspace Delete(string file)
    {
        File.Delete(PathOf(file));
        return this;
    }

    /// <summary>Replaces the first occurrence.</summary>
    /// <exception cref="ArgumentException">The file does not have the text: the test would spoil nothing.</exception>
    public TemporaryWorkspace Replace(string file, string old, string text)
    {
        var content = Read(file);
        var at = content.IndexOf(old, StringComparison.Ordinal);
        if (at < 0)
            throw new ArgumentException($"{file} has no '{old}'.", nameof(old));
        return Write(file, content[..at] + text + content[(at + old.Length)..]);
    }

    /// <summary>The line, counted from 1, of the text's first occurrence.</summary>
    public int LineOf(string file, string text)
    {
        var content = Read(file);
        var at = content.IndexOf(text, StringComparison.Ordinal);
        return at < 0
            ? throw new ArgumentException($"{file} has no '{text}'.", nameof(text))
            : content.AsSpan(0, at).Count('\n') + 1;
    }

    public void Dispose() => _folder.Dispose();
}
