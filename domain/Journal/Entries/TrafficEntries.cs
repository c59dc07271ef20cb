using System.Collections.Immutable;
using ReleaseInfra.Domain.Traffic;

namespace ReleaseInfra.Domain.Journal.Entries;

/// <summary>Azure took the write; whether the weights stand is another entry.</summary>
/// <param name="Weights">Percent, by revision or site.</param>
public sealed record TrafficWritten(string Service, ImmutableSortedDictionary<string, int> Weights) : JournalEntry
{
    public override string Kind => "traffic written";
}

/// <param name="Weights">Percent, by revision or site; as found, which need not be as written.</param>
public sealed record TrafficReadBack(string Service, ImmutableSortedDictionary<string, int> Weights) : JournalEntry
{
    public override string Kind => "traffic read back";
}

/// <summary>Where a service's requests went, against its weight.</summary>
public sealed record ShareObserved : JournalEntry
{
    /// <summary>As it was recorded; what a release observes now comes from <see cref="Of"/>.</summary>
    public ShareObserved(string service, ObservedShare share, ShareDecision decision) =>
        (Service, Share, Decision) = (service, share, decision);

    public override string Kind => "share observed";

    public string Service { get; }

    public ObservedShare Share { get; }

    public ShareDecision Decision { get; }

    public static ShareObserved Of(string service, ObservedShare share) => new(service, share, share.Judge());
}
