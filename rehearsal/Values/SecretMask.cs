using System.Collections.Immutable;
using System.Globalization;

namespace ReleaseInfra.Rehearsal.Values;

/// <summary>Puts digests where secrets were: enough to tell change from no change, and nothing to read.</summary>
/// <param name="digest">Keyed by the caller, or anybody could try values until one fits.</param>
internal sealed class SecretMask(Func<string, string> digest)
{
    /// <param name="paths">As in <c>secrets[].value</c> for every element, or <c>env[3].value</c> for one.</param>
    public ImmutableSortedDictionary<string, object> Over(
        ImmutableSortedDictionary<string, object> inputs, IEnumerable<string> paths)
    {
        foreach (var path in paths)
            inputs = (ImmutableSortedDictionary<string, object>)Within(inputs, path.Split('.'));

        return inputs;
    }

    private object Within(object value, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
            return All(value);

        var bracket = path[0].IndexOf('[', StringComparison.Ordinal);
        var key = bracket < 0 ? path[0] : path[0][..bracket];
        if (value is not ImmutableSortedDictionary<string, object> map || !map.TryGetValue(key, out var child))
            return value;

        return map.SetItem(key, bracket < 0 ? Within(child, path[1..]) : Elements(child, path[0][(bracket + 1)..^1], path[1..]));
    }

    /// <param name="index">Empty for every element.</param>
    private object Elements(object value, string index, ReadOnlySpan<string> rest)
    {
        // The provider takes a single element where Azure has a list.
        if (value is not ImmutableArray<object> list)
            return Within(value, rest);

        var masked = list.ToBuilder();
        for (var at = 0; at < masked.Count; at++)
        {
            if (index.Length == 0 || index == at.ToString(CultureInfo.InvariantCulture))
                masked[at] = Within(masked[at], rest);
        }

        return masked.ToImmutable();
    }

    private object All(object value) => value switch
    {
        ImmutableSortedDictionary<string, object> map => map.ToImmutableSortedDictionary(
            entry => entry.Key, entry => All(entry.Value), StringComparer.Ordinal),
        ImmutableArray<object> list => list.Select(All).ToImmutableArray(),
        // Masked before, and brought back by a patch of something else.
        string text when MaskedSecret.Is(text) => text,
        _ => MaskedSecret.Of(digest(Convert.ToString(value, CultureInfo.InvariantCulture)!)),
    };
}
