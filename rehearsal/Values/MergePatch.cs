using System.Collections.Immutable;

namespace ReleaseInfra.Rehearsal.Values;

/// <summary>JSON Merge Patch (RFC 7396): maps merge, null removes, and everything else, lists too, is replaced whole.</summary>
internal static class MergePatch
{
    public static ImmutableSortedDictionary<string, object> Apply(
        ImmutableSortedDictionary<string, object> target, IReadOnlyDictionary<string, object?> patch)
    {
        foreach (var (key, value) in patch)
        {
            var merged = value is IReadOnlyDictionary<string, object?> inner
                ? Apply(target.GetValueOrDefault(key) as ImmutableSortedDictionary<string, object> ?? PlainValues.Empty, inner)
                : PlainValues.Freeze(value);
            target = merged is null ? target.Remove(key) : target.SetItem(key, merged);
        }

        return target;
    }
}
