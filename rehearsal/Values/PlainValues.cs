using System.Collections;
using System.Collections.Immutable;
using System.Globalization;

namespace ReleaseInfra.Rehearsal.Values;

/// <summary>
/// Property values that nobody can change any more: strings, booleans, doubles, immutable arrays and sorted maps. A null in a
/// map stands for an absent entry and is left out.
/// </summary>
internal static class PlainValues
{
    public static readonly ImmutableSortedDictionary<string, object> Empty =
        ImmutableSortedDictionary.Create<string, object>(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, object> Map(IEnumerable<KeyValuePair<string, object>> entries)
    {
        if (entries is ImmutableSortedDictionary<string, object> frozen)
            return frozen;

        var map = Empty.ToBuilder();
        foreach (var (key, value) in entries)
        {
            if (Freeze(value) is { } kept)
                map[key] = kept;
        }

        return map.ToImmutable();
    }

    /// <exception cref="ArgumentException">It is no property value.</exception>
    public static object? Freeze(object? value) => value switch
    {
        null => null,
        string or bool or double or ImmutableSortedDictionary<string, object> => value,
        int or long or float or decimal or short or byte => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        IEnumerable<KeyValuePair<string, object>> map => Map(map),
        IDictionary map => Map(map.Cast<DictionaryEntry>().Select(entry => KeyValuePair.Create((string)entry.Key, entry.Value!))),
        IEnumerable list => list.Cast<object?>().Select(Freeze).OfType<object>().ToImmutableArray(),
        _ => throw new ArgumentException($"{value.GetType().Name} is no property value.", nameof(value)),
    };

    /// <summary>Structural; what is absent, null, false, empty or the empty text is one and the same.</summary>
    public static bool Same(object? left, object? right)
    {
        if (IsAbsent(left) || IsAbsent(right))
            return IsAbsent(left) && IsAbsent(right);

        return (left, right) switch
        {
            (ImmutableSortedDictionary<string, object> a, ImmutableSortedDictionary<string, object> b) => SameMaps(a, b),
            (ImmutableArray<object> a, ImmutableArray<object> b) =>
                a.Length == b.Length && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
            _ => Equals(left, right),
        };
    }

    /// <summary>What stands at a path such as <c>subnets[].id</c>, in order; <c>[]</c> fans out over a list.</summary>
    public static IEnumerable<object> Select(object? root, string path)
    {
        var found = new List<object>();
        Collect(root, path.Split('.'), found);
        return found;
    }

    /// <summary>The provider takes a single element where Azure has a list.</summary>
    public static IEnumerable<object> Items(object? value) => value switch
    {
        null => [],
        ImmutableArray<object> list => list,
        var single => [single],
    };

    /// <summary>A copy with a value at a path of keys; null takes it away.</summary>
    public static ImmutableSortedDictionary<string, object> With(
        ImmutableSortedDictionary<string, object> map, ReadOnlySpan<string> path, object? value)
    {
        if (path.Length > 1)
            value = With(map.GetValueOrDefault(path[0]) as ImmutableSortedDictionary<string, object> ?? Empty, path[1..], value);

        return Freeze(value) is { } kept ? map.SetItem(path[0], kept) : map.Remove(path[0]);
    }

    private static void Collect(object? value, ReadOnlySpan<string> path, List<object> found)
    {
        if (path.IsEmpty)
        {
            if (value is not null)
                found.Add(value);
            return;
        }

        var list = path[0].EndsWith("[]", StringComparison.Ordinal);
        var child = (value as ImmutableSortedDictionary<string, object>)?.GetValueOrDefault(list ? path[0][..^2] : path[0]);
        if (!list)
        {
            Collect(child, path[1..], found);
            return;
        }

        foreach (var item in Items(child))
            Collect(item, path[1..], found);
    }

    private static bool SameMaps(ImmutableSortedDictionary<string, object> left, ImmutableSortedDictionary<string, object> right)
    {
        foreach (var (key, value) in left)
        {
            if (!Same(value, right.GetValueOrDefault(key)))
                return false;
        }

        foreach (var (key, value) in right)
        {
            if (!left.ContainsKey(key) && !IsAbsent(value))
                return false;
        }

        return true;
    }

    private static bool IsAbsent(object? value) => value switch
    {
        null or false or "" => true,
        ImmutableSortedDictionary<string, object> map => map.Values.All(IsAbsent),
        ImmutableArray<object> list => list.IsEmpty,
        _ => false,
    };
}
