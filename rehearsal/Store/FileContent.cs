namespace ReleaseInfra.Rehearsal.Store;

/// <param name="Write">Given a stream that it need not flush or close.</param>
public sealed record FileContent(string Path, Func<Stream, CancellationToken, Task> Write);
