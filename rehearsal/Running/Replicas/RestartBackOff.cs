namespace ReleaseInfra.Rehearsal.Running.Replicas;

/// <summary>How long a container that ended waits for its next start, as Kubernetes does it: at once, 10 s, 20 s, 40 s … 5 min.</summary>
internal sealed class RestartBackOff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan WellAfter = TimeSpan.FromMinutes(10);

    private TimeSpan _next;

    /// <param name="lived">From its last start to its end.</param>
    public TimeSpan After(TimeSpan lived)
    {
        if (lived >= WellAfter)
            _next = TimeSpan.Zero;
        var wait = _next;
        _next = wait == TimeSpan.Zero ? First : wait * 2 < Longest ? wait * 2 : Longest;
        return wait;
    }
}
