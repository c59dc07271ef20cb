using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Values;

/// <summary>Puts digests where secrets were: enough to tell change from no change, and nothing to read.</summary>
/// <param name="digest">Keyed by the caller, or anybody could try values until one fits.</param>
internal sealed class SecretMask(Func<string, string> digest)
{
    private const string Opening = "[secret ";

    /// <param name="paths">As in <c>secrets[].value</c> for every element, or <c>env[3].value</c> for one.</param>
    public ImmutableSortedDictionary<string, object> Over(
        ImmutableSortedDictionary<string, object> inputs, IReadOnlyList<string> paths) =>
        paths.Count == 0 ? inputs : (ImmutableSortedDictionary<string, object>)Mask(inputs, "", paths);

    private object Mask(object value, string path, IReadOnlyList<string> paths) => value switch
    {
        ImmutableSortedDictionary<string, object> map => map.ToImmutableSortedDictionary(
            entry => entry.Key,
            entry => Mask(entry.Value, path.Length == 0 ? entry.Key : $"{path}.{entry.Key}", paths),
            StringComparer.Ordinal),
        ImmutableArray<object> list => list.Select((item, index) => Mask(item, $"{path}[{index}]", paths)).ToImmutableArray(),
        // Masked before, and brought back by a patch of something else.
        string text when text.StartsWith(Opening, StringComparison.Ordinal) => text,
        _ when IsSecret(path, paths) => $"{Opening}{digest(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!)}]",
        _ => value,
    };

    private static bool IsSecret(string path, IReadOnlyList<string> paths) =>
        Paths.AnyCovers(paths, path) || paths.Any(stated => IsAtOrBeneath(stated, path));

    private static bool IsAtOrBeneath(string stated, string path) =>
        path.StartsWith(stated, StringComparison.Ordinal)
        && (path.Length == stated.Length || path[stated.Length] is '.' or '[');
}
