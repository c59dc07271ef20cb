using System.Text.Json;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Cli.Engine.State;

/// <summary>What the local engine applied to one stack, in <c>.release/STACK/state.json</c>.</summary>
internal sealed class StateFile(string workspaceFolder, string stack)
{
    /// <summary>Relative to the workspace, as people see it.</summary>
    public string Name { get; } = $".release/{stack}/state.json";

    private string FullPath => Path.Combine(workspaceFolder, ".release", stack, "state.json");

    /// <summary>Null only where there is no file: a broken one is an error, or everything would seem new.</summary>
    /// <exception cref="ReleaseFailure">It is broken, newer than this program, or another stack's.</exception>
    public async Task<AppliedStack?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            await using var file = new FileStream(FullPath, FileMode.Open, FileAccess.Read, FileShare.Read);
            using var document = await JsonDocument.ParseAsync(file, default, cancellation);
            return Read(document.RootElement);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or FormatException
            or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw ReleaseFailure.StateUnreadable(Name, Sentence(broken.Message));
        }
    }

    /// <summary>
    /// All of it or nothing, on the disk when it returns: the old file stands until the new one is whole. A folder that cannot
    /// be written is a failure with its remedy, and leaves no temporary file.
    /// </summary>
    /// <exception cref="ReleaseFailure">The folder or the file cannot be written.</exception>
    public async Task WriteAsync(AppliedStack applied, CancellationToken cancellation)
    {
        try
        {
            await DurableFile.ReplaceAsync(FullPath, (file, token) => WriteAsync(file, applied, token), cancellation);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw ReleaseFailure.StateUnwritable(Name, Sentence(unwritable.Message), unwritable);
        }
    }

    private async Task WriteAsync(Stream file, AppliedStack applied, CancellationToken cancellation)
    {
        await using var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        StackStateJson.Write(writer, stack, applied);
        await writer.FlushAsync(cancellation);
    }

    private AppliedStack Read(JsonElement root)
    {
        // The version first: a newer format may have changed everything else.
        var version = StackStateJson.ReadVersion(root);
        if (version > StackState.Version)
            throw ReleaseFailure.StateNewer(Name, version, StackState.Version);

        var owner = StackStateJson.ReadStack(root);
        return owner == stack
            ? StackStateJson.Read(root)
            : throw ReleaseFailure.StateOfAnotherStack(Name, owner, stack);
    }

    private static string Sentence(string message) => message.TrimEnd().EndsWith('.') ? message.TrimEnd() : message.TrimEnd() + ".";
}
