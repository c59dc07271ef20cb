using System.Collections.Immutable;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Domain.Journal;

/// <summary>What whoever takes a release over has to know beside where it stands: a fold over the records.</summary>
public sealed record ReleaseMemory
{
    public static ReleaseMemory None { get; } = new();

    /// <summary>What the comparison of versions has seen, by gate and service: it is never begun anew within a release.</summary>
    public ImmutableDictionary<(string Gate, string? Service), Comparison> Comparisons { get; private init; } =
        ImmutableDictionary<(string Gate, string? Service), Comparison>.Empty;

    /// <summary>Percent by revision or site, as they were last read back; by service.</summary>
    public ImmutableDictionary<string, ImmutableSortedDictionary<string, int>> Weights { get; private init; } =
        ImmutableDictionary.Create<string, ImmutableSortedDictionary<string, int>>(StringComparer.Ordinal);

    /// <summary>Names of executions, in their order, by job.</summary>
    public ImmutableArray<JobStarted> Executions { get; private init; } = [];

    /// <summary>
    /// Kind of the last event that made the release be left or stand still, and of none on the way back: what a release is left for is
    /// no other thing because going back was difficult. Null where there was none.
    /// </summary>
    public string? LastTrouble { get; private init; }

    private bool IsGoingBack { get; init; }

    public static ReleaseMemory Of(IEnumerable<JournalRecord> records) =>
        records.Aggregate(None, (memory, record) => memory.After(record.Entry));

    public ReleaseMemory After(JournalEntry entry) => entry switch
    {
        Judged judged => this with
        {
            Comparisons = Comparisons.SetItem((judged.Gate, judged.Service), judged.Look.After(Comparison(judged.Gate, judged.Service))),
        },
        TrafficReadBack readBack => this with { Weights = Weights.SetItem(readBack.Service, readBack.Weights) },
        Happened { Event: GateFailed or WorkFailed or DeadlinePassed or AbortRequested or RollBackRequested or FreezeMet } trouble
            when !IsGoingBack =>
            this with { LastTrouble = trouble.Event.Kind, IsGoingBack = RollingBack.IsMeantBy(trouble.State) },
        JobStarted started => this with { Executions = Executions.Add(started) },
        _ => this,
    };

    public Comparison Comparison(string gate, string? service) =>
        Comparisons.GetValueOrDefault((gate, service), Numbers.Comparison.None);
}
