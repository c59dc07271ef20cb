using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Numbers;

namespace ReleaseInfra.Domain.Journal.Replays;

/// <summary>Judges what a release decided again, from the numbers that it recorded.</summary>
public static class Replay
{
    /// <summary>As it was judged: by rules of the same version, every difference is a defect.</summary>
    public static ReplayResult Of(IEnumerable<JournalRecord> records) => With(records, numbers => numbers);

    /// <summary>As it would have been judged by other limits.</summary>
    /// <param name="limits">Gives the numbers back with the limits to hold them against.</param>
    public static ReplayResult With(IEnumerable<JournalRecord> records, Func<GateNumbers, GateNumbers> limits)
    {
        var replay = new Rejudging(limits);
        var decisions = 0;
        var findings = ImmutableArray.CreateBuilder<ReplayFinding>();
        foreach (var record in records)
        {
            if (replay.Judge(record) is not { } decision)
                continue;
            decisions++;
            if (decision.Recorded != decision.Now)
                findings.Add(new ReplayFinding(record.Number, decision.What, decision.Recorded, decision.Now));
        }

        return new ReplayResult(decisions, findings.ToImmutable());
    }
}
