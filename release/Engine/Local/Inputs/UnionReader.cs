using System.Collections.Concurrent;
using Pulumi;

namespace ReleaseInfra.Cli.Engine.Local.Inputs;

/// <summary>Takes a union's value out; the published type says only generically that it is one.</summary>
internal abstract class UnionReader
{
    private static readonly ConcurrentDictionary<Type, UnionReader?> Readers = new();

    /// <returns>Null for what is no union.</returns>
    public static UnionReader? For(Type type) => Readers.GetOrAdd(type, Create);

    public abstract object? Read(object union);

    private static UnionReader? Create(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Union<,>)
            ? (UnionReader)Activator.CreateInstance(typeof(UnionReader<,>).MakeGenericType(type.GenericTypeArguments))!
            : null;
}

internal sealed class UnionReader<T0, T1> : UnionReader
{
    public override object? Read(object union) => ((Union<T0, T1>)union).Value;
}
