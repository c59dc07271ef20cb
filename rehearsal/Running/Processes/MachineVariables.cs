namespace ReleaseInfra.Rehearsal.Running.Processes;

/// <summary>What a version's process is given of this machine's environment: enough to find programs, and no credential.</summary>
internal static class MachineVariables
{
    public const string Path = "PATH";

    private static readonly string[] Kept =
    [
        Path, "HOME", "USER", "LANG", "TMPDIR", "TEMP", "TMP", "DOTNET_ROOT", "DOTNET_CLI_HOME",
        // Windows finds its own libraries, and a program's kind, by these.
        "SystemRoot", "SystemDrive", "PATHEXT", "COMSPEC", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "ProgramFiles",
    ];

    public static void Keep(IDictionary<string, string?> environment)
    {
        var kept = Kept.Where(environment.ContainsKey).ToDictionary(name => name, name => environment[name]);
        environment.Clear();
        foreach (var (name, value) in kept)
            environment[name] = value;
    }
}
