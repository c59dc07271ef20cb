using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Numbers;

namespace ReleaseInfra.Domain.Journal.Replays;

/// <summary>A journal's measurements, judged again one after the other by limits that need not be those of then.</summary>
internal sealed class Measurements(Func<GateNumbers, GateNumbers> limits)
{
    private readonly Dictionary<GateName, Comparison> _comparisons = [];
    private readonly List<Measurement> _taken = [];

    public Verdict Judge(int number, Judged judged)
    {
        var gate = new GateName(judged.Gate, judged.Service);
        var look = new Look(judged.Look.Now, judged.Look.Oldest, Limited(judged.Look.Reading));
        var before = _comparisons.GetValueOrDefault(gate, Comparison.None);
        var verdict = look.Judge(before);
        _comparisons[gate] = look.After(before);
        _taken.Add(new Measurement(number, gate, verdict, judged.Requests));
        return verdict;
    }

    /// <param name="since">Number of the first record that counts.</param>
    public GateProgress Progress(GateName gate, int since) => _taken
        .Where(taken => taken.Gate == gate && taken.Number >= since)
        .Aggregate(GateProgress.None, (seen, taken) => seen.Observe(taken.Verdict, taken.Requests));

    /// <summary>Null where the gate would still be measuring.</summary>
    public Verdict? Conclude(GateConcluded concluded)
    {
        var progress = Progress(new GateName(concluded.Gate, concluded.Service), concluded.Since);
        return concluded.TimeIsUp ? progress.Conclude(concluded.Terms) : (progress.Judge(concluded.Terms) as Decided)?.Verdict;
    }

    private Reading<GateNumbers> Limited(Reading<GateNumbers> reading) => reading switch
    {
        Measured<GateNumbers> measured => measured with { Value = limits(measured.Value) },
        PartlyMeasured<GateNumbers> partly => partly with { Value = limits(partly.Value) },
        _ => reading,
    };

    private sealed record Measurement(int Number, GateName Gate, Verdict Verdict, long Requests);
}

/// <param name="Service">Null for what the services share.</param>
internal sealed record GateName(string Gate, string? Service)
{
    public override string ToString() => Service is null ? Gate : $"{Gate} of {Service}";
}
