namespace ReleaseInfra.Cli.Runs;

/// <summary>What a process has for as long as it carries a release; given back in the reverse order.</summary>
internal sealed class Holds : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _held = new();

    public T Hold<T>(T one)
        where T : IAsyncDisposable
    {
        _held.Push(one);
        return one;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_held.TryPop(out var one))
            return;
        try
        {
            await one.DisposeAsync();
        }
        finally
        {
            // What cannot be given back keeps nothing else: a lock that stays stops the next release.
            await DisposeAsync();
        }
    }
}
