using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal.Entries;

namespace ReleaseInfra.Cli.Runs.Gates;

/// <summary>The gates of the state that a release is in: what each has seen, judged and written down.</summary>
internal sealed class GateBoard(RunJournal journal)
{
    private readonly Dictionary<(string Name, string? Service), Standing> _gates = [];
    private int _since;

    /// <summary>Measurements from here on count, and none before.</summary>
    public void Enter(ImmutableArray<GateOf> gates)
    {
        _since = journal.Standing.Number + 1;
        _gates.Clear();
        foreach (var gate in gates)
            _gates[(gate.Name, gate.Service)] = new Standing(gate, GateProgress.None, MustPass: true, Concluded: null);
    }

    /// <summary>Judges a measurement, and concludes the gate where its terms are met.</summary>
    /// <returns>What the gate says now; null while it says nothing.</returns>
    public async Task<Verdict?> ObserveAsync(GateReading reading)
    {
        var key = (reading.Gate.Name, reading.Gate.Service);
        var comparison = journal.Memory.Comparison(key.Name, key.Service);
        var judged = Judged.Of(key.Name, key.Service, reading.Look, reading.Requests, comparison);
        await journal.WriteAsync(judged);

        var before = _gates.GetValueOrDefault(key, new Standing(reading.Gate, GateProgress.None, MustPass: false, Concluded: null));
        var after = before with { Progress = before.Progress.Observe(judged.Verdict, judged.Requests) };
        if (after.Progress.Judge(after.Gate.Terms) is Decided decided && decided.Verdict.Outcome != before.Concluded)
        {
            await journal.WriteAsync(GateConcluded.Of(key.Name, key.Service, _since, after.Gate.Terms, decided));
            after = after with { Concluded = decided.Verdict.Outcome };
        }

        _gates[key] = after;
        return after.Progress.Judge(after.Gate.Terms) is Decided { Verdict: var verdict } ? after.Gate.Named(verdict) : null;
    }

    /// <summary>What all gates together say if there were no more time.</summary>
    public Verdict Conclude() => Verdict.Joint([.. Needed.Select(gate => gate.Gate.Named(gate.Progress.Conclude(gate.Gate.Terms)))]);

    /// <summary>Writes down what each gate says at the end of its time.</summary>
    public async Task EndAsync()
    {
        foreach (var (gate, progress, _, concluded) in Needed.OrderBy(one => one.Gate.Service).ThenBy(one => one.Gate.Name).ToArray())
        {
            if (concluded is null)
                await journal.WriteAsync(GateConcluded.AtTheEnd(gate.Name, gate.Service, _since, gate.Terms, progress));
        }
    }

    // A second look at what failed once can make the release go back, and never keeps one that is well from going on.
    private IEnumerable<Standing> Needed => _gates.Values.Where(gate => gate.MustPass);

    private sealed record Standing(GateOf Gate, GateProgress Progress, bool MustPass, Outcome? Concluded);
}
