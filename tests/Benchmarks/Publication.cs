using System.Diagnostics;

namespace ReleaseInfra.Benchmarks;

/// <summary>The program as its users get it.</summary>
internal static class Publication
{
    /// <returns>The executable.</returns>
    public static string Make(string root)
    {
        var folder = Path.Combine(root, "artifacts", "benchmarks", "release");
        // No build server that goes on working beside what is measured.
        using var publish = Process.Start("dotnet", ["publish", Path.Combine(root, "release"), "-c", "Release", "-o", folder, "-v", "q", "-nodeReuse:false", "-p:UseSharedCompilation=false"]);
        publish.WaitForExit();
        return publish.ExitCode == 0
            ? Path.Combine(folder, OperatingSystem.IsWindows() ? "release.exe" : "release")
            : throw new InvalidOperationException($"dotnet publish ended with {publish.ExitCode}.");
    }
}
