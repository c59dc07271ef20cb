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
        while (_held.TryPop(out var one))
            await one.DisposeAsync();
    }
}
