namespace Pulumi;

/// <summary>
/// The tasks that a run has started without waiting for them: a resource is made synchronously, its registration goes on.
/// The run ends when none is left; a task may add others until it ends itself.
/// </summary>
internal sealed class RunningTasks
{
    private readonly Lock _gate = new();
    private readonly HashSet<Exception> _errors = new(ReferenceEqualityComparer.Instance);
    private readonly Action<Task> _onEnd;
    private int _running;
    private TaskCompletionSource? _idle;

    public RunningTasks() => _onEnd = End;

    public void Add(Task task)
    {
        if (task.IsCompletedSuccessfully)
            return;

        lock (_gate)
            _running++;
        task.ContinueWith(_onEnd, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <returns>Each error once, however many tasks ended with it.</returns>
    public async Task<IReadOnlyCollection<Exception>> WaitForAllAsync()
    {
        await Idle();
        lock (_gate)
            return [.. _errors];
    }

    private Task Idle()
    {
        lock (_gate)
        {
            if (_running == 0)
                return Task.CompletedTask;
            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }

    private void End(Task task)
    {
        lock (_gate)
        {
            if (task.Exception is { } error)
                _errors.UnionWith(error.InnerExceptions);
            if (--_running == 0)
                _idle?.TrySetResult();
        }
    }
}
