namespace ReleaseInfra.Tests.Support.Browser;

/// <summary>Where this machine has Chromium, or a browser that is one.</summary>
public static class ChromiumProgram
{
    private const string Variable = "CHROME_PATH";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>For people, where there is none.</summary>
    public static string LookedFor => $"{Variable}, then {string.Join(", ", Names)} on PATH";

    /// <summary>Null where there is none.</summary>
    public static string? Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path
        ? File.Exists(path) ? path : null
        : Candidates().FirstOrDefault(File.Exists);

    private static IEnumerable<string> Candidates() =>
        from name in Names
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        select Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name);
}
