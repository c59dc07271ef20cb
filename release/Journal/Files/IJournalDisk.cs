namespace ReleaseInfra.Cli.Journal.Files;

/// <summary>Every way in which a journal's files are changed; each returns when the change would outlive a loss of power.</summary>
internal interface IJournalDisk
{
    /// <summary>Makes the file where it is missing; what stands behind the bytes goes.</summary>
    /// <exception cref="IOException">It cannot be written, or there is no room.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    void Write(string path, long at, ReadOnlySpan<byte> bytes);

    void Cut(string path, long length);

    /// <summary>Whole: there is the old file or the new one.</summary>
    /// <inheritdoc cref="Write"/>
    Task ReplaceAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellation);
}
