namespace Pulumi;

/// <summary>What the engine would show. Mocks have no engine, so only errors matter: they fail the run.</summary>
internal sealed class EngineLog
{
    private readonly Lock _gate = new();
    private readonly List<string> _errors = [];

    public void Error(string message)
    {
        lock (_gate)
            _errors.Add(message);
    }

    public void ThrowIfErrors()
    {
        lock (_gate)
        {
            if (_errors.Count == 1)
                throw new RunException(_errors[0]);
            if (_errors.Count > 1)
                throw new AggregateException(_errors.Select(error => new RunException(error)));
        }
    }
}
