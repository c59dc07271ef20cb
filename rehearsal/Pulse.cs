namespace ReleaseInfra.Rehearsal;

/// <summary>Tells whoever waits that something happened, and not what.</summary>
internal sealed class Pulse
{
    private TaskCompletionSource _next = Beginning();

    /// <summary>Ends with the next beat. To be taken before looking at what beats tell of, or the one in between is missed.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Beat() => Interlocked.Exchange(ref _next, Beginning()).TrySetResult();

    // Never on the thread of whoever beats: it may hold what the waiting ones ask for.
    private static TaskCompletionSource Beginning() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
