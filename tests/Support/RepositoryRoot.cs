namespace ReleaseInfra.Tests.Support;

/// <summary>The folder that holds the solution, found upward from where the tests were built to.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "ReleaseInfra.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository: no ReleaseInfra.sln above them.");
    }
}
