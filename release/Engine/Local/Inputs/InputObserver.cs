using System.Collections.Concurrent;
using Pulumi;
using Pulumi.Utilities;

namespace ReleaseInfra.Cli.Engine.Local.Inputs;

/// <summary>
/// Looks into inputs and outputs of any type. The SDK offers that for a type known at compile time only, so there is one
/// observer for each type that turns up, made once.
/// </summary>
internal abstract class InputObserver
{
    private static readonly ConcurrentDictionary<Type, InputObserver?> Observers = new();

    private protected InputObserver()
    {
    }

    /// <returns>Null for what is neither input nor output.</returns>
    public static InputObserver? For(Type type) => Observers.GetOrAdd(type, Create);

    public abstract ValueTask<Observed> ObserveAsync(object value);

    private static InputObserver? Create(Type type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate.IsGenericType && candidate.GetGenericTypeDefinition() is var open
                && (open == typeof(Input<>) || open == typeof(Output<>)))
            {
                var observer = typeof(InputObserver<>).MakeGenericType(candidate.GenericTypeArguments);
                return (InputObserver)Activator.CreateInstance(observer)!;
            }
        }

        return null;
    }
}

internal sealed class InputObserver<T> : InputObserver
{
    public override async ValueTask<Observed> ObserveAsync(object value)
    {
        var output = value as Output<T> ?? ((Input<T>)value).ToOutput();
        var known = await OutputUtilities.GetIsKnownAsync(output);
        return new Observed(
            known ? await OutputUtilities.GetValueAsync(output) : null,
            known,
            await Output.IsSecretAsync(output),
            await OutputUtilities.GetDependenciesAsync(output));
    }
}
