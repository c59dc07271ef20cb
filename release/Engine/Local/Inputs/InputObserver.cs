using System.Collections.Concurrent;
using Pulumi;

namespace ReleaseInfra.Cli.Engine.Local.Inputs;

/// <summary>
/// Looks into inputs and outputs of any type. The SDK offers that for a type known at compile time only, so there is one
/// observer for each type that turns up, made once.
/// </summary>
/// <remarks>It only widens the output to one of object: whatever else was generic here would be compiled for each type.</remarks>
internal abstract class InputObserver
{
    private static readonly ConcurrentDictionary<Type, InputObserver?> Observers = new();

    private protected InputObserver()
    {
    }

    /// <returns>Null for what is neither input nor output.</returns>
    public static InputObserver? For(Type type) => Observers.GetOrAdd(type, Create);

    /// <summary>Inside the run's own context, because the SDK asks the deployment what to do with an unknown value.</summary>
    public abstract Output<object?> Widen(object value);

    private static InputObserver? Create(Type type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate.IsGenericType && candidate.GetGenericTypeDefinition() is var open
                && (open == typeof(Input<>) || open == typeof(Output<>)))
            {
                if (candidate.GenericTypeArguments[0] is { IsValueType: true } scalar && ScalarObserver.Of(scalar) is { } observed)
                    return observed;

                var observer = typeof(InputObserver<>).MakeGenericType(candidate.GenericTypeArguments);
                return (InputObserver)Activator.CreateInstance(observer)!;
            }
        }

        return null;
    }
}

internal sealed class InputObserver<T> : InputObserver
{
    public override Output<object?> Widen(object value) =>
        (value as Output<T> ?? ((Input<T>)value).ToOutput()).Apply(known => (object?)known);
}
