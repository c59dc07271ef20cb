using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Architecture;

/// <summary>The product's own sources, as files.</summary>
internal static class SourceTree
{
    private static readonly string[] Projects = ["domain", "infra", "stacks", "release", "rehearsal"];

    /// <summary>Relative paths with forward slashes, in a stable order.</summary>
    public static IEnumerable<string> Files() => Projects
        .SelectMany(project => Directory.EnumerateFiles(
            Path.Combine(RepositoryRoot.Path, project), "*.cs", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(RepositoryRoot.Path, file));
}
