namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>What is under way of one version, over all tables that ever had it.</summary>
internal sealed class VersionTraffic
{
    private int _underWay;

    public bool IsIdle => Volatile.Read(ref _underWay) == 0;

    public void Begin() => Interlocked.Increment(ref _underWay);

    /// <returns>Whether it was the last.</returns>
    public bool End() => Interlocked.Decrement(ref _underWay) == 0;
}
