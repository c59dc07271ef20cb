using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Traffic;

namespace ReleaseInfra.Domain.Journal.Replays;

/// <summary>One walk through a journal, with what the verdicts so far have left behind.</summary>
internal sealed class Rejudging(Func<GateNumbers, GateNumbers> limits)
{
    private readonly Measurements _measurements = new(limits);

    /// <summary>Null for what is no decision.</summary>
    public Decision? Judge(JournalRecord record) => record.Entry switch
    {
        Judged judged => new Decision(
            Name(judged.Gate, judged.Service), Words(judged.Verdict), Words(_measurements.Judge(record.Number, judged))),
        GateConcluded concluded => new Decision(
            Name(concluded.Gate, concluded.Service),
            Words(concluded.Verdict),
            _measurements.Conclude(concluded) is { } verdict ? Words(verdict) : "undecided"),
        ShareObserved observed => new Decision(
            $"share of {observed.Service}", Words(observed.Decision), Words(observed.Share.Judge())),
        _ => null,
    };

    private static string Name(string gate, string? service) => new GateName(gate, service).ToString();

    private static string Words(Verdict verdict) => $"{verdict.Outcome.ToString().ToLowerInvariant()}: {verdict.Message}";

    private static string Words(ShareDecision decision) => decision switch
    {
        ShareAgrees agrees => $"agrees: {agrees.Message}",
        ShareDiffers differs => $"differs: {differs.Message}",
        ShareUnknown unknown => $"unknown: {unknown.Message}",
        _ => throw new ArgumentException($"Unknown decision {decision.GetType().Name}.", nameof(decision)),
    };

    internal sealed record Decision(string What, string Recorded, string Now);
}
