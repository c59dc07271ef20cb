using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A value that is there later, or in a preview perhaps never, with the resources that it comes from.</summary>
public sealed class Output<T> : IOutput
{
    // An OutputData<T> once settled, until then the task that ends with one. Most outputs of a run are settled when they
    // are made, so neither a task nor a place among the tasks of the deployment is spent on them.
    private object _state;

    internal Output(OutputData<T> data) => _state = data;

    internal Output(ValueTask<OutputData<T>> pending)
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

    private Output(Task<OutputData<T>> watchedElsewhere) => _state = watchedElsewhere;

    IOutputData? IOutput.UntypedData => TryGetData(out var data) ? data : null;

    public static Output<T> Create(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(WrapAsync(value, isSecret: false));
    }

    /// <summary>Transforms the value; not called in a preview when the value is unknown.</summary>
    public Output<U> Apply<U>(Func<T, U> func) => new(ApplyAsync(func));

    /// <inheritdoc cref="Apply{U}(Func{T, U})"/>
    public Output<U> Apply<U>(Func<T, Task<U>> func) => new(ApplyTaskAsync(func));

    /// <inheritdoc cref="Apply{U}(Func{T, U})"/>
    public Output<ValueTuple> Apply(Func<T, Task> func)
        => Apply(async value =>
        {
            await func(value);
            return default(ValueTuple);
        });

    /// <inheritdoc cref="Apply{U}(Func{T, U})"/>
    public Output<U> Apply<U>(Func<T, Input<U>?> func) => new(ApplyOutputAsync(value => func(value).ToOutput()));

    /// <inheritdoc cref="Apply{U}(Func{T, U})"/>
    public Output<U> Apply<U>(Func<T, Output<U>?> func) => new(ApplyOutputAsync(func));

    public override string ToString() => OutputText.Explain();

    /// <summary>An output that another tracked task settles, so that the deployment need not wait for it as well.</summary>
    internal static Output<T> SettledBy(TaskCompletionSource<OutputData<T>> source) => new(source.Task);

    internal static Output<T> CreateSecret(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(WrapAsync(value, isSecret: true));
    }

    internal ValueTask<OutputData<T>> GetDataAsync()
        => TryGetData(out var data) ? new(data) : new((Task<OutputData<T>>)_state);

    internal bool TryGetData([NotNullWhen(true)] out OutputData<T>? data)
    {
        data = _state as OutputData<T>;
        if (data is null && _state is Task<OutputData<T>> { IsCompletedSuccessfully: true } task)
            _state = data = task.Result;
        return data is not null;
    }

    internal async Task<T> GetValueAsync(T whenUnknown)
    {
        var data = await GetDataAsync();
        return data.IsKnown ? data.Value : whenUnknown;
    }

    internal Output<T> WithSecret(bool isSecret) => new(ChangeAsync(data => data.WithSecret(isSecret)));

    internal Output<T> WithSecret(Task<bool> isSecret) => new(WithSecretAsync(isSecret));

    internal Output<T> WithResource(Resource resource) => new(ChangeAsync(data => data.WithResource(resource)));

    async ValueTask<IOutputData> IOutput.GetUntypedDataAsync() => await GetDataAsync();

    private static async ValueTask<OutputData<T>> WrapAsync(Task<T> value, bool isSecret)
        => new(await value, [], isKnown: true, isSecret);

    private async ValueTask<OutputData<T>> ChangeAsync(Func<OutputData<T>, OutputData<T>> change)
        => change(await GetDataAsync());

    private async ValueTask<OutputData<T>> WithSecretAsync(Task<bool> isSecret)
        => (await GetDataAsync()).WithSecret(await isSecret);

    private async ValueTask<OutputData<U>> ApplyAsync<U>(Func<T, U> func)
    {
        var data = await GetDataAsync();
        return Skips(data) ? data.WithUnknown<U>() : data.With(func(data.Value));
    }

    private async ValueTask<OutputData<U>> ApplyTaskAsync<U>(Func<T, Task<U>> func)
    {
        var data = await GetDataAsync();
        return Skips(data) ? data.WithUnknown<U>() : data.With(await func(data.Value));
    }

    private async ValueTask<OutputData<U>> ApplyOutputAsync<U>(Func<T, Output<U>?> func)
    {
        var data = await GetDataAsync();
        if (Skips(data))
            return data.WithUnknown<U>();

        var inner = func(data.Value);
        return inner is null ? data.With(default(U)!) : data.Then(await inner.GetDataAsync());
    }

    // In an update the function runs even on an unknown value, with the default: the engine has nothing better to give.
    private static bool Skips(OutputData<T> data) => !data.IsKnown && Deployment.Instance.IsDryRun;
}
