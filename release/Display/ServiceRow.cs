using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates.Rules;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Cli.Display;

/// <summary>One service of a release, as it was last seen.</summary>
internal sealed record ServiceRow(ReleasedService Released)
{
    /// <summary>Percent by revision or site; null before it was read back.</summary>
    public ImmutableSortedDictionary<string, int>? ReadBack { get; init; }

    /// <summary>Of the new version, as the error rate was last judged.</summary>
    public Tally? Requests { get; init; }

    public LatencySample? Latency { get; init; }

    /// <summary>Percent on the new version by what was read back; null where that does not name it.</summary>
    public int? NewWeight => ReadBack is { } weights && Released.Slot is not null && weights.Keys.All(RevisionNames.IsFull)
        ? weights.Where(weight => RevisionNames.IsOf(weight.Key, Released.Slot.Value, Released.To)).Sum(weight => weight.Value)
        : null;

    public ServiceRow With(GateNumbers numbers) => numbers switch
    {
        ErrorRateNumbers errors => this with { Requests = errors.Requests },
        LatencyNumbers latency => this with { Latency = latency.Sample },
        _ => this,
    };
}
