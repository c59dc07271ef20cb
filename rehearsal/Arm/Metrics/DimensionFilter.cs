using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReleaseInfra.Rehearsal.Arm.Metrics;

/// <summary>The part of the metrics service's filter language that is served: <c>name eq 'value'</c>, joined by <c>and</c>, and by <c>or</c> for one name.</summary>
/// <param name="Terms">By dimension, in the order of naming: the values asked for; none for <c>*</c>.</param>
internal sealed partial record DimensionFilter(ImmutableArray<(string Dimension, ImmutableArray<string> Values)> Terms)
{
    public static readonly DimensionFilter None = new([]);

    /// <returns>Null where it is of another form.</returns>
    public static DimensionFilter? Parse(string? text)
    {
        if (text is null)
            return None;

        var terms = ImmutableArray.CreateBuilder<(string, ImmutableArray<string>)>();
        foreach (var part in And().Split(text))
        {
            var pairs = Or().Split(part.Trim().TrimStart('(').TrimEnd(')')).Select(pair => Pair().Match(pair)).ToArray();
            if (pairs.Any(pair => !pair.Success) || pairs.Select(pair => pair.Groups[1].Value.ToUpperInvariant()).Distinct().Count() != 1)
                return null;

            var values = pairs.Select(pair => pair.Groups[2].Value.Replace("''", "'", StringComparison.Ordinal)).ToImmutableArray();
            terms.Add((pairs[0].Groups[1].Value, values.Contains("*") ? [] : values));
        }

        return new DimensionFilter(terms.ToImmutable());
    }

    public bool Takes(MetricSample sample) => Terms.All(term =>
        ValueOf(sample, term.Dimension) is { } value
        && (term.Values.IsEmpty || term.Values.Contains(value, StringComparer.OrdinalIgnoreCase)));

    public static string? ValueOf(MetricSample sample, string dimension) =>
        sample.Dimensions.FirstOrDefault(pair => pair.Key.Equals(dimension, StringComparison.OrdinalIgnoreCase)).Value;

    [GeneratedRegex(@"\s+and\s+", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex(@"\s+or\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Or();

    [GeneratedRegex(@"^\s*(\w+)\s+eq\s+'((?:[^']|'')*)'\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Pair();
}
