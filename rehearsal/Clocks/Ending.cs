namespace ReleaseInfra.Rehearsal.Clocks;

/// <summary>Ends what was begun, once.</summary>
internal sealed class Ending(Action end) : IDisposable
{
    private Action? _end = end;

    public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
}
