namespace ReleaseInfra.Rehearsal.Load;

/// <param name="At">When it was sent.</param>
/// <param name="Took">From the moment in which it was due, so with what it waited for its turn.</param>
public sealed record LoadedRequest(string App, DateTimeOffset At, TimeSpan Took, LoadEnding Ending);
