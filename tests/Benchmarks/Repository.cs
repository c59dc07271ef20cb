namespace ReleaseInfra.Benchmarks;

internal static class Repository
{
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ReleaseInfra.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"There is no ReleaseInfra.sln above {AppContext.BaseDirectory}.");
    }
}
