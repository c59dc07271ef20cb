using System.Text.Json;

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

    /// <summary>All of it or nothing: the old file stands until the new one is whole and on the disk.</summary>
    public async Task WriteAsync(AppliedStack applied, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FullPath)!);
        var temporary = FullPath + ".new";
        await using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await using (var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true }))
            {
                StackStateJson.Write(writer, stack, applied);
                await writer.FlushAsync(cancellation);
            }

            // Before the rename, or a crash could leave the new name on old bytes.
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, FullPath, overwrite: true);
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
