using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>
/// What an output is, without its type. A program has outputs of some sixty value types, Azure's enums above all, and
/// whatever is generic here is compiled once for each of them while the user waits.
/// </summary>
internal sealed class OutputState
{
    // An OutputData once settled; until then the task that ends with one, or, of a resource's output, nothing before somebody
    // waits for it and then the source that he waits for. Most are settled before anybody asks, so neither a task nor a
    // place among the tasks of the deployment is spent on them.
    private object? _state;

    public OutputState(OutputData data) => _state = data;

    public OutputState(ValueTask<OutputData> pending)
    {
        if (pending.IsCompletedSuccessfully)
        {
            _state = pending.Result;
            return;
        }

        var task = pending.AsTask();
        _state = task;
        Deployment.Watch(task);
    }

    private OutputState()
    {
    }

    public static OutputState Known(object? value) => new(OutputData.Known(value));

    /// <summary>A state that another tracked task settles, so that the deployment need not wait for it as well.</summary>
    public static OutputState Unsettled() => new();

    public static OutputState Of(Task<object?> value, bool isSecret) => new(WrapAsync(value, isSecret));

    /// <summary>One value of several: known if all are, secret if one is.</summary>
    public static OutputState Gather(OutputState[] parts, Func<object?[], object?> make) => new(GatherAsync(parts, make));

    public ValueTask<OutputData> GetDataAsync() => TryGetData(out var data) ? new(data) : new(Pending());

    public bool TryGetData([NotNullWhen(true)] out OutputData? data)
    {
        data = Volatile.Read(ref _state) as OutputData;
        if (data is null && _state is Task<OutputData> { IsCompletedSuccessfully: true } task)
            _state = data = task.Result;
        return data is not null;
    }

    /// <summary>Of an unsettled state; the first time counts.</summary>
    public void Settle(OutputData data)
    {
        if (Interlocked.CompareExchange(ref _state, data, null) is TaskCompletionSource<OutputData> awaited)
            awaited.TrySetResult(data);
    }

    /// <inheritdoc cref="Settle"/>
    public void Fail(Exception error)
    {
        var failed = Task.FromException<OutputData>(error);
        if (Interlocked.CompareExchange(ref _state, failed, null) is TaskCompletionSource<OutputData> awaited)
        {
            awaited.TrySetException(error);
            failed = awaited.Task;
        }

        // The registration, which the run watches, ends with the same error: nobody else needs to look at this one.
        _ = failed.Exception;
    }

    /// <param name="whenUnknown">What the unknown result holds: the default of its type.</param>
    public OutputState Apply(Func<object?, object?> func, object? whenUnknown) => new(ApplyAsync(func, whenUnknown));

    /// <inheritdoc cref="Apply"/>
    public OutputState ApplyTask(Func<object?, Task<object?>> func, object? whenUnknown) => new(ApplyTaskAsync(func, whenUnknown));

    /// <inheritdoc cref="Apply"/>
    /// <param name="func">No state gives the default too.</param>
    public OutputState ApplyState(Func<object?, OutputState?> func, object? whenUnknown) => new(ApplyStateAsync(func, whenUnknown));

    public OutputState WithSecret(bool isSecret) => new(ChangeAsync(data => data.WithSecret(isSecret)));

    public OutputState WithResource(Resource resource) => new(ChangeAsync(data => data.WithResource(resource)));

    private static async ValueTask<OutputData> WrapAsync(Task<object?> value, bool isSecret)
        => new(await value, [], isKnown: true, isSecret);

    private static async ValueTask<OutputData> GatherAsync(OutputState[] parts, Func<object?[], object?> make)
    {
        var values = new object?[parts.Length];
        var traits = new OutputTraits();
        for (var i = 0; i < parts.Length; i++)
            values[i] = traits.Add(await parts[i].GetDataAsync());
        return traits.Of(make(values));
    }

    private async ValueTask<OutputData> ChangeAsync(Func<OutputData, OutputData> change) => change(await GetDataAsync());

    private async ValueTask<OutputData> ApplyAsync(Func<object?, object?> func, object? whenUnknown)
    {
        var data = await GetDataAsync();
        return Skips(data) ? data.Unknown(whenUnknown) : data.With(func(data.Value));
    }

    private async ValueTask<OutputData> ApplyTaskAsync(Func<object?, Task<object?>> func, object? whenUnknown)
    {
        var data = await GetDataAsync();
        return Skips(data) ? data.Unknown(whenUnknown) : data.With(await func(data.Value));
    }

    private async ValueTask<OutputData> ApplyStateAsync(Func<object?, OutputState?> func, object? whenUnknown)
    {
        var data = await GetDataAsync();
        if (Skips(data))
            return data.Unknown(whenUnknown);

        var inner = func(data.Value);
        return inner is null ? data.With(whenUnknown) : data.Then(await inner.GetDataAsync());
    }

    private Task<OutputData> Pending()
    {
        var state = Volatile.Read(ref _state);
        if (state is null)
        {
            var awaited = new TaskCompletionSource<OutputData>();
            state = Interlocked.CompareExchange(ref _state, awaited, null) ?? awaited;
        }

        return state switch
        {
            TaskCompletionSource<OutputData> source => source.Task,
            OutputData data => Task.FromResult(data),
            _ => (Task<OutputData>)state,
        };
    }

    // In an update the function runs even on an unknown value, with the default: the engine has nothing better to give.
    private static bool Skips(OutputData data) => !data.IsKnown && Deployment.Instance.IsDryRun;
}
