using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Traffic;

/// <summary>Traffic as a release writes it: the whole of it, each revision once and by name.</summary>
/// <remarks>Invariant: weights are 0..100 and sum to 100; no revision and no label stands in it twice.</remarks>
internal sealed class StatedTraffic
{
    private StatedTraffic(ImmutableArray<TrafficEntry> entries) => (Entries, Table) = (entries, TrafficTable.Of(entries));

    public ImmutableArray<TrafficEntry> Entries { get; }

    public TrafficTable Table { get; }

    public static StatedTraffic Of(ImmutableArray<TrafficShare> shares) => Of(
        [.. shares.Select(share => new TrafficEntry(new NamedRevision(share.Revision), share.Weight, share.Slot.Name()))]);

    /// <exception cref="ArgumentException">
    /// The entries are not the whole of an app's traffic, or name a revision otherwise than by name.
    /// </exception>
    public static StatedTraffic Of(ImmutableArray<TrafficEntry> entries)
    {
        if (entries.Any(entry => entry.Target is not NamedRevision))
            throw Wrong("names every revision by its name");
        if (entries.Any(entry => entry.Weight is < 0 or > 100) || entries.Sum(entry => entry.Weight) != 100)
            throw Wrong("has weights of 0 to 100 that sum to 100");
        if (HasTwice(entries.Select(entry => ((NamedRevision)entry.Target).Name))
            || HasTwice(entries.Select(entry => entry.Label).OfType<string>()))
            throw Wrong("has each revision and each label once");
        return new StatedTraffic(entries);

        ArgumentException Wrong(string rule) => new($"Traffic {rule}: {string.Join(", ", entries)}.", nameof(entries));
    }

    private static bool HasTwice(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Distinct(StringComparer.OrdinalIgnoreCase).Count() < all.Length;
    }
}
