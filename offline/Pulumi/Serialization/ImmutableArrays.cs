using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Pulumi.Serialization;

internal static class ImmutableArrays
{
    private static readonly ConcurrentDictionary<Type, object?> Defaults = new();

    /// <summary>Whether it is the default array, which throws at every other question.</summary>
    public static bool IsDefault(IList list)
    {
        var type = list.GetType();
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(ImmutableArray<>))
            return false;
        return list.Equals(Defaults.GetOrAdd(type, static array => Activator.CreateInstance(array)));
    }
}
