namespace ReleaseInfra.Tests.Support.Scripted;

/// <summary>What <c>pulumi</c> says in one workspace, and how it was called there.</summary>
public sealed class ScriptedPulumi
{
    private const char Between = '\u001f';

    private readonly string _folder;

    /// <param name="workspace">The folder that the executable runs in.</param>
    public ScriptedPulumi(string workspace)
    {
        ScriptedExecutable.Use();
        _folder = Path.Combine(workspace, ScriptedExecutable.Folder);
        Directory.CreateDirectory(_folder);
    }

    /// <summary>As in <c>stack select --stack dev</c>, without what every call has; files of this machine as FILE.</summary>
    public IReadOnlyList<string> Calls => ReadCalls().Select(Text).ToArray();

    /// <param name="command">As in <c>up</c> or <c>stack-export</c>.</param>
    /// <param name="number">Which time it is called, from 1; every time that has no answer of its own for null.</param>
    public Playback On(string command, int? number = null) =>
        new(Path.Combine(_folder, number is null ? command : $"{command}.{number}"));

    /// <summary>Variables of Pulumi's that the command was given, a line each.</summary>
    public IReadOnlyList<string> EnvironmentOf(string command, int number = 1) =>
        File.ReadAllLines(Path.Combine(_folder, $"{command}.{number}.env"));

    /// <summary>How often the command was called.</summary>
    public int CountOf(string command) => Read($"{command}.count") is { } count ? int.Parse(count, provider: null) : 0;

    /// <summary>A file that some call has left, by <see cref="Playback.Then"/>; null without it.</summary>
    public string? Read(string file) => Path.Combine(_folder, file) is var path && File.Exists(path) ? File.ReadAllText(path) : null;

    /// <summary>Lets go on what holds.</summary>
    public void LetGo() => File.WriteAllText(Path.Combine(_folder, "go"), "");

    private string[][] ReadCalls() => Path.Combine(_folder, "calls") is var calls && File.Exists(calls)
        ? [.. File.ReadAllLines(calls).Select(line => line.Split(Between, StringSplitOptions.RemoveEmptyEntries))]
        : [];

    private static string Text(string[] arguments) => string.Join(' ', arguments
        .Where(argument => argument != "--non-interactive")
        .Select(argument => Path.IsPathRooted(argument) ? "FILE" : argument))
        .Replace(" --event-log FILE", "");
}
