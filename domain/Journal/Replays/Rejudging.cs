using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Traffic;

namespace ReleaseInfra.Domain.Journal.Replays;

/// <summary>One walk through a journal, with what the verdicts so far have left behind.</summary>
internal sealed class Rejudging(Func<GateNumbers, GateNumbers> limits)
{
    private readonly Dictionary<(string Gate, string? Service), Comparison> _comparisons = [];
    private readonly List<Measurement> _measurements = [];

    /// <summary>Null for what is no decision.</summary>
    public Decision? Judge(JournalRecord record) => record.Entry switch
    {
        Judged judged => Judge(record.Number, judged),
        GateConcluded concluded => new Decision(
            Name(concluded.Gate, concluded.Service), Words(concluded.Verdict), Conclude(concluded)),
        ShareObserved observed => new Decision(
            $"share of {observed.Service}", Words(observed.Decision), Words(observed.Share.Judge())),
        _ => null,
    };

    private Decision Judge(int number, Judged judged)
    {
        var gate = (judged.Gate, judged.Service);
        var look = new Look(judged.Look.Now, judged.Look.Oldest, Limited(judged.Look.Reading));
        var before = _comparisons.GetValueOrDefault(gate, Comparison.None);
        var verdict = look.Judge(before);
        _comparisons[gate] = look.After(before);
        _measurements.Add(new Measurement(number, gate, verdict, judged.Requests));
        return new Decision(Name(judged.Gate, judged.Service), Words(judged.Verdict), Words(verdict));
    }

    private string Conclude(GateConcluded concluded)
    {
        var progress = _measurements
            .Where(taken => taken.Gate == (concluded.Gate, concluded.Service) && taken.Number >= concluded.Since)
            .Aggregate(GateProgress.None, (seen, taken) => seen.Observe(taken.Verdict, taken.Requests));
        if (concluded.TimeIsUp)
            return Words(progress.Conclude(concluded.Terms));
        return progress.Judge(concluded.Terms) is Decided decided ? Words(decided.Verdict) : "undecided";
    }

    private Reading<GateNumbers> Limited(Reading<GateNumbers> reading) => reading switch
    {
        Measured<GateNumbers> measured => measured with { Value = limits(measured.Value) },
        PartlyMeasured<GateNumbers> partly => partly with { Value = limits(partly.Value) },
        _ => reading,
    };

    private static string Name(string gate, string? service) => service is null ? gate : $"{gate} of {service}";

    private static string Words(Verdict verdict) => $"{verdict.Outcome.ToString().ToLowerInvariant()}: {verdict.Message}";

    private static string Words(ShareDecision decision) => decision switch
    {
        ShareAgrees agrees => $"agrees: {agrees.Message}",
        ShareDiffers differs => $"differs: {differs.Message}",
        ShareUnknown unknown => $"unknown: {unknown.Message}",
        _ => throw new ArgumentException($"Unknown decision {decision.GetType().Name}.", nameof(decision)),
    };

    internal sealed record Decision(string What, string Recorded, string Now);

    private sealed record Measurement(int Number, (string Gate, string? Service) Gate, Verdict Verdict, long Requests);
}
