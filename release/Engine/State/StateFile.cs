using System.Text.Json;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Cli.Engine.State;

/// <summary>What the local engine applied to one stack, in <c>.release/STACK/state.json</c>.</summary>
internal sealed class StateFile(StackFolder folder)
{
    private const string File = "state.json";

    /// <summary>Relative to the workspace, as people see it.</summary>
    public string Name { get; } = folder.NameOf(File);

    private string FullPath => folder.PathOf(File);

    /// <summary>Null only where there is no file: a broken one is an error, or everything would seem new.</summary>
    /// <exception cref="ReleaseFailure">It is broken, newer than this program, or another stack's.</exception>
    public async Task<AppliedStack?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            await using var file = DurableFiles.OpenRead(FullPath);
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
            throw ReleaseFailure.StateUnreadable(Name, broken.Message);
        }
    }

    /// <summary>For whoever writes it, and other files of the folder with it.</summary>
    public FileContent ContentOf(AppliedStack applied) => new(FullPath, (file, token) => WriteAsync(file, applied, token));

    private async Task WriteAsync(Stream file, AppliedStack applied, CancellationToken cancellation)
    {
        await using var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        StackStateJson.Write(writer, folder.Stack, applied);
        await writer.FlushAsync(cancellation);
    }

    private AppliedStack Read(JsonElement root)
    {
        // The version first: a newer format may have changed everything else.
        var version = StackStateJson.ReadVersion(root);
        if (version > StackState.Version)
            throw ReleaseFailure.StateNewer(Name, version, StackState.Version);

        var owner = StackStateJson.ReadStack(root);
        return owner == folder.Stack
            ? StackStateJson.Read(root)
            : throw ReleaseFailure.StateOfAnotherStack(Name, owner, folder.Stack);
    }
}
