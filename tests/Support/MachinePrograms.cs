namespace ReleaseInfra.Tests.Support;

/// <summary>Programs that a machine may have, for tests that are skipped where it has not.</summary>
public static class MachinePrograms
{
    /// <returns>Its path; null where no folder of <c>PATH</c> has it.</returns>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name))
        .FirstOrDefault(File.Exists);
}
