namespace ReleaseInfra.Cli.Engine.Local;

/// <summary>
/// What went wrong first inside a run, as it was: the SDK passes on only its text, wrapped in words of its own.
/// </summary>
internal sealed class FirstFailure
{
    private Exception? _failure;

    public Exception? Failure => _failure;

    public T Note<T>(T failure)
        where T : Exception
    {
        Interlocked.CompareExchange(ref _failure, failure, null);
        return failure;
    }
}
