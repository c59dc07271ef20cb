namespace ReleaseInfra.Cli.Journal.Blobs;

/// <summary>A journal's blob at one moment: lines and head come in one answer, so they are of the same moment.</summary>
/// <param name="ETag">Another one after each write.</param>
internal sealed record StoredBlob(StoredJournal Journal, string ETag);
