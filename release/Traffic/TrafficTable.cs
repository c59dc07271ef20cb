using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReleaseInfra.Cli.Azure.ContainerApps;

namespace ReleaseInfra.Cli.Traffic;

/// <summary>
/// Who has what of an app's traffic. Two are equal where they lead requests and labels alike, in whatever rows they are written.
/// </summary>
internal sealed class TrafficTable : IEquatable<TrafficTable>
{
    // In the order of the names, each once. Whoever watches traffic makes and compares tables all the time, of two rows mostly.
    private readonly ImmutableArray<KeyValuePair<string, TrafficHolding>> _held;

    private TrafficTable(ImmutableArray<KeyValuePair<string, TrafficHolding>> held) => _held = held;

    /// <param name="entries">As Azure gives them; none stand for Azure's default, everything to the latest revision.</param>
    public static TrafficTable Of(ImmutableArray<TrafficEntry> entries)
    {
        var rows = entries is [] ? [new TrafficEntry(new LatestRevision(), 100, null)] : entries;
        var held = new List<KeyValuePair<string, TrafficHolding>>(rows.Length);
        for (var row = 0; row < rows.Length; row++)
        {
            var target = TargetOf(rows[row]);
            // Azure keeps the capitals of a revision's name and tells none apart.
            if (IndexOf(CollectionsMarshal.AsSpan(held), target) >= 0)
                continue;
            var all = TrafficHolding.Of(rows.AsSpan()[row..], entry => target.Equals(TargetOf(entry), StringComparison.OrdinalIgnoreCase));
            if (all != TrafficHolding.Nothing)
                held.Add(KeyValuePair.Create(target, all));
        }

        held.Sort((left, right) => StringComparer.OrdinalIgnoreCase.Compare(left.Key, right.Key));
        return new TrafficTable([.. held]);
    }

    /// <summary>The targets that have something else here than in <paramref name="other"/>, by name.</summary>
    public ImmutableArray<TrafficDifference> Against(TrafficTable other) =>
    [
        .. from target in _held.Concat(other._held).Select(held => held.Key).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)
           let here = this[target]
           let there = other[target]
           where here != there
           select new TrafficDifference(target, here, there),
    ];

    /// <param name="target">A revision or a site's slot; in any case.</param>
    public int WeightOf(string target) => this[target].Weight;

    public bool Equals(TrafficTable? other) => ReferenceEquals(this, other) || (other is not null && IsSame(other._held));

    public override bool Equals(object? obj) => Equals(obj as TrafficTable);

    public override int GetHashCode() => _held.Aggregate(
        0, (hash, target) => HashCode.Combine(hash, StringComparer.OrdinalIgnoreCase.GetHashCode(target.Key), target.Value));

    public override string ToString() => string.Join(", ", _held.Select(target => $"{target.Key} {target.Value}"));

    private TrafficHolding this[string target] => IndexOf(_held.AsSpan(), target) is >= 0 and var at ? _held[at].Value : TrafficHolding.Nothing;

    private bool IsSame(ImmutableArray<KeyValuePair<string, TrafficHolding>> other)
    {
        if (_held.Length != other.Length)
            return false;
        for (var at = 0; at < other.Length; at++)
        {
            if (!_held[at].Key.Equals(other[at].Key, StringComparison.OrdinalIgnoreCase) || _held[at].Value != other[at].Value)
                return false;
        }

        return true;
    }

    private static int IndexOf(ReadOnlySpan<KeyValuePair<string, TrafficHolding>> held, string target)
    {
        for (var at = 0; at < held.Length; at++)
        {
            if (held[at].Key.Equals(target, StringComparison.OrdinalIgnoreCase))
                return at;
        }

        return -1;
    }

    private static string TargetOf(TrafficEntry entry) => entry.Target switch
    {
        NamedRevision named => named.Name,
        LatestRevision => "the latest revision",
        LabelledRevision => $"whatever has label {entry.Label}",
        _ => throw new ArgumentException($"Unknown target {entry.Target.GetType().Name}.", nameof(entry)),
    };
}
