using System.Globalization;

namespace ReleaseInfra.Tests.Support.Scripted;

/// <summary>What one command does when it is called.</summary>
public sealed class Playback
{
    private readonly string _folder;

    internal Playback(string folder)
    {
        _folder = folder;
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
    }

    public Playback Says(string output) => Write("stdout", output);

    public Playback Complains(string error) => Write("stderr", error);

    public Playback Ends(int code) => Write("exit", code.ToString(CultureInfo.InvariantCulture));

    /// <param name="events">A line of JSON each.</param>
    public Playback Emits(IEnumerable<string> events) => Write("events", string.Concat(events.Select(line => line + "\n")));

    /// <summary>Waits, after its events, until it is let go.</summary>
    public Playback Holds() => Write("hold", "");

    /// <summary>What is there afterwards: the answer of another command as <c>stack-export/stdout</c>, or a file of the test's own.</summary>
    public Playback Then(string file, string content) => Write($"after/{file}", content);

    private Playback Write(string file, string content)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }
}
