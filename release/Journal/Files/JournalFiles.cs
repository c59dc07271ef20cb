using ReleaseInfra.Cli.Engine.State;
using ReleaseInfra.Cli.Journal.Chain;
using ReleaseInfra.Cli.Journal.Format;

namespace ReleaseInfra.Cli.Journal.Files;

/// <summary>One journal's files: lines, head and lock, in <c>.release/STACK/journal</c>.</summary>
internal sealed record JournalFiles(string Workspace, JournalName Journal)
{
    public const string LinesEnding = ".jsonl";

    public string Folder => FolderOf(Workspace, Journal.Stack);

    public string Lines => PathOf(LinesEnding);

    public string Head => PathOf(".head.json");

    public string Lock => PathOf(".lock");

    /// <summary>The lines, relative to the workspace.</summary>
    public string Name => new StackFolder(Workspace, Journal.Stack).NameOf($"journal/{Journal.Release}{LinesEnding}");

    public static string FolderOf(string workspace, string stack) => new StackFolder(workspace, stack).PathOf("journal");

    /// <exception cref="ReleaseFailure">A file is there and cannot be read.</exception>
    public StoredJournal Read()
    {
        try
        {
            // The head first: lines that are written meanwhile are more than it says, and never fewer.
            var head = ReadHead();
            return new StoredJournal(Bytes(Lines) ?? [], head);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw ReleaseFailure.JournalHeadBroken(Name, unreadable.Message);
        }
    }

    /// <summary>Null where there is none.</summary>
    public JournalHead? ReadHead() => Bytes(Head) is { } bytes ? HeadFormat.Read(Journal, bytes, Name) : null;

    private static byte[]? Bytes(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private string PathOf(string ending) => Path.Combine(Folder, Journal.Release.Text + ending);
}
