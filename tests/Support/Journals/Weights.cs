using System.Collections.Immutable;

namespace ReleaseInfra.Tests.Support.Journals;

public static class Weights
{
    public static ImmutableSortedDictionary<string, int> Of(params (string Revision, int Percent)[] weights) =>
        weights.ToImmutableSortedDictionary(weight => weight.Revision, weight => weight.Percent, StringComparer.Ordinal);
}
