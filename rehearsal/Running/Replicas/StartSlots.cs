namespace ReleaseInfra.Rehearsal.Running.Replicas;

/// <summary>Lets a few processes start at a time, while the rehearsal's clock stands still.</summary>
internal sealed class StartSlots(int count, Func<IDisposable>? working) : IDisposable
{
    private readonly SemaphoreSlim _free = new(count);

    /// <summary>From the moment of asking: whoever waits for its turn is starting, too.</summary>
    /// <returns>To be given back; a second time does nothing.</returns>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellation)
    {
        var held = working?.Invoke();
        try
        {
            await _free.WaitAsync(cancellation);
            return new Slot(this, held);
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    public void Dispose() => _free.Dispose();

    private sealed class Slot(StartSlots slots, IDisposable? held) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) != 0)
                return;
            slots._free.Release();
            held?.Dispose();
        }
    }
}
