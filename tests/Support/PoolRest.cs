namespace ReleaseInfra.Tests.Support;

/// <summary>
/// Whether anybody in this process has work to do now. Threads that are never given back, as test runners have them, are told from
/// work by their being there all the time.
/// </summary>
internal sealed class PoolRest
{
    /// <summary>Looks, after which what was busy all along is taken to be waiting.</summary>
    private const int Remembered = 100;

    private int _looks;
    private int _least = int.MaxValue;
    private int _leastBefore = int.MaxValue;

    /// <summary>To be called from the pool, from time to time.</summary>
    public bool IsIdle()
    {
        ThreadPool.GetMaxThreads(out var threads, out _);
        ThreadPool.GetAvailableThreads(out var free, out _);
        var busy = threads - free;
        if (++_looks % Remembered == 0)
            (_leastBefore, _least) = (_least, busy);
        _least = Math.Min(_least, busy);
        return busy <= Math.Min(_least, _leastBefore) && ThreadPool.PendingWorkItemCount == 0;
    }
}
