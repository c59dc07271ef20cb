using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.ContainerApps;

namespace ReleaseInfra.Cli.Traffic;

/// <summary>
/// Who has what of an app's traffic. Two are equal where they lead requests and labels alike, in whatever rows they are written.
/// </summary>
internal sealed class TrafficTable : IEquatable<TrafficTable>
{
    private readonly ImmutableSortedDictionary<string, TrafficHolding> _held;

    private TrafficTable(ImmutableSortedDictionary<string, TrafficHolding> held) => _held = held;

    /// <param name="entries">As Azure gives them; none stand for Azure's default, everything to the latest revision.</param>
    public static TrafficTable Of(ImmutableArray<TrafficEntry> entries)
    {
        var rows = entries is [] ? [new TrafficEntry(new LatestRevision(), 100, null)] : entries;
        return new TrafficTable(rows
            // Azure keeps the capitals of a revision's name and tells none apart.
            .GroupBy(TargetOf, StringComparer.OrdinalIgnoreCase)
            .Select(target => (target.Key, Held: TrafficHolding.Of(target)))
            .Where(target => target.Held != TrafficHolding.Nothing)
            .ToImmutableSortedDictionary(target => target.Key, target => target.Held, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The targets that have something else here than in <paramref name="other"/>, by name.</summary>
    public ImmutableArray<TrafficDifference> Against(TrafficTable other) =>
    [
        .. from target in _held.Keys.Union(other._held.Keys, StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)
           let here = this[target]
           let there = other[target]
           where here != there
           select new TrafficDifference(target, here, there),
    ];

    /// <param name="target">A revision or a site's slot; in any case.</param>
    public int WeightOf(string target) => this[target].Weight;

    public bool Equals(TrafficTable? other) => other is not null && Against(other) is [];

    public override bool Equals(object? obj) => Equals(obj as TrafficTable);

    public override int GetHashCode() => _held.Aggregate(
        0, (hash, target) => HashCode.Combine(hash, StringComparer.OrdinalIgnoreCase.GetHashCode(target.Key), target.Value));

    public override string ToString() => string.Join(", ", _held.Select(target => $"{target.Key} {target.Value}"));

    private TrafficHolding this[string target] => _held.GetValueOrDefault(target, TrafficHolding.Nothing);

    private static string TargetOf(TrafficEntry entry) => entry.Target switch
    {
        NamedRevision named => named.Name,
        LatestRevision => "the latest revision",
        LabelledRevision => $"whatever has label {entry.Label}",
        _ => throw new ArgumentException($"Unknown target {entry.Target.GetType().Name}.", nameof(entry)),
    };
}
