namespace Pulumi;

/// <summary>A value that is there later, or in a preview perhaps never, with the resources that it comes from.</summary>
public sealed class Output<T> : IOutput
{
    internal Output(OutputState state) => State = state;

    internal OutputState State { get; }

    OutputState IOutput.State => State;

    public static Output<T> Create(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(OutputState.Of(BoxAsync(value), isSecret: false));
    }

    /// <summary>Transforms the value; not called in a preview when the value is unknown.</summary>
    public Output<U> Apply<U>(Func<T, U> func) => new(State.Apply(value => func((T)value!), default(U)));

    /// <inheritdoc cref="Apply{U}(Func{T, U})"/>
    public Output<U> Apply<U>(Func<T, Task<U>> func)
        => new(State.ApplyTask(value => Output<U>.BoxAsync(func((T)value!)), default(U)));

    /// <inheritdoc cref="Apply{U}(Func{T, U})"/>
    public Output<ValueTuple> Apply(Func<T, Task> func)
        => Apply(async value =>
        {
            await func(value);
            return default(ValueTuple);
        });

    /// <inheritdoc cref="Apply{U}(Func{T, U})"/>
    public Output<U> Apply<U>(Func<T, Input<U>?> func)
        => new(State.ApplyState(value => (func((T)value!) as IInput)?.Typed, default(U)));

    /// <inheritdoc cref="Apply{U}(Func{T, U})"/>
    public Output<U> Apply<U>(Func<T, Output<U>?> func)
        => new(State.ApplyState(value => func((T)value!)?.State, default(U)));

    public override string ToString() => OutputText.Explain();

    internal static Output<T> CreateSecret(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(OutputState.Of(BoxAsync(value), isSecret: true));
    }

    internal async Task<T> GetValueAsync(T whenUnknown)
    {
        var data = await State.GetDataAsync();
        return data.IsKnown ? (T)data.Value! : whenUnknown;
    }

    internal static async Task<object?> BoxAsync(Task<T> value) => await value;
}
