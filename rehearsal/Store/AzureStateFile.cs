using System.Text.Json;

namespace ReleaseInfra.Rehearsal.Store;

/// <summary>The state of one stack's embedded Azure, on disk.</summary>
internal sealed class AzureStateFile(string path, AzureScope scope)
{
    /// <summary>Raised with every change that an older program would misread.</summary>
    private const int Version = 1;

    /// <summary>Empty only where there is no file: a broken one is an error, or everything would be created again.</summary>
    /// <exception cref="RehearsalException">It is broken, newer than this program, or another stack's.</exception>
    public async Task<AzureState> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            await using var file = DurableFiles.OpenRead(path);
            using var document = await JsonDocument.ParseAsync(file, default, cancellation);
            return Read(document.RootElement);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return AzureState.Empty;
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or FormatException
            or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw RehearsalException.StateUnreadable(path, broken);
        }
    }

    /// <param name="together">Replaced with it: all of them or none.</param>
    public Task WriteAsync(AzureState state, IEnumerable<FileContent> together, CancellationToken cancellation) => DurableFiles.ReplaceAsync(
        Path.GetDirectoryName(Path.GetFullPath(path))!,
        [new FileContent(path, (stream, token) => WriteAsync(stream, state, token)), .. together],
        cancellation);

    private async Task WriteAsync(Stream stream, AzureState state, CancellationToken cancellation)
    {
        await using var writer = new Utf8JsonWriter(stream);
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteString("stack", scope.Stack);
        AzureStateJson.Write(writer, state);
        writer.WriteEndObject();
        await writer.FlushAsync(cancellation);
    }

    private AzureState Read(JsonElement root)
    {
        // The version first: a newer format may have changed everything else.
        var version = root.GetProperty("version").GetInt32();
        if (version > Version)
            throw RehearsalException.StateNewer(path, version, Version);

        var owner = root.GetProperty("stack").GetString();
        return owner == scope.Stack
            ? new AzureStateJson(scope).Read(root)
            : throw RehearsalException.StateOfAnotherStack(path, owner, scope.Stack);
    }
}
