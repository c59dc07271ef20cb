using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Pulumi.Serialization;

internal static class ImmutableArrays
{
    private static readonly ConcurrentDictionary<Type, object?> Defaults = new();

    /// <summary>Whether it is the default array, which throws at every other question.</summary>
    public static bool IsDefault(IList list) => Defaults.GetOrAdd(list.GetType(), DefaultOf) is { } unset && list.Equals(unset);

    private static object? DefaultOf(Type type)
        => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? Activator.CreateInstance(type) : null;
}
