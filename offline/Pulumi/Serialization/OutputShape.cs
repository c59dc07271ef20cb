using System.Collections.Concurrent;

namespace Pulumi.Serialization;

/// <summary>Makes outputs of a type known only at run time.</summary>
internal abstract class OutputShape
{
    private static readonly ConcurrentDictionary<Type, OutputShape> Known = new();

    /// <summary>The default of the type, boxed once for all.</summary>
    public abstract object? Default { get; }

    public static OutputShape Of(Type valueType)
        => Known.GetOrAdd(valueType, static type => (OutputShape)Activator.CreateInstance(typeof(Shape<>).MakeGenericType(type))!);

    public abstract object Make(OutputState state);

    private sealed class Shape<T> : OutputShape
    {
        public override object? Default { get; } = default(T);

        public override object Make(OutputState state) => new Output<T>(state);
    }
}
