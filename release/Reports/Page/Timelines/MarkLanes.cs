using System.Collections.Immutable;
using ReleaseInfra.Cli.Display;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;

namespace ReleaseInfra.Cli.Reports.Page.Timelines;

/// <summary>Every verdict about a service, gate by gate, and what was decided.</summary>
internal static class MarkLanes
{
    /// <summary>Decisions first; then gates in the order in which they first judged.</summary>
    public static ImmutableArray<MarkLane> Of(IEnumerable<JournalRecord> records, string service)
    {
        var all = records.ToArray();
        var gates =
            from record in all
            let verdict = Verdict(record, service)
            where verdict is not null
            group verdict.Value.Mark by verdict.Value.Gate into lane
            select new MarkLane(lane.Key, [.. lane]);
        ImmutableArray<Mark> decisions = [.. all.Select(Decision).OfType<Mark>()];
        return decisions.IsEmpty ? [.. gates] : [new MarkLane("decisions", decisions), .. gates];
    }

    private static (string Gate, Mark Mark)? Verdict(JournalRecord record, string service) => record.Entry switch
    {
        Judged judged when IsAbout(judged.Service, service) =>
            (judged.Gate, new Mark(record.At, record.Number, judged.Verdict.Outcome, Words(record), Concludes: false)),
        GateConcluded concluded when IsAbout(concluded.Service, service) =>
            (concluded.Gate, new Mark(record.At, record.Number, concluded.Verdict.Outcome, Words(record), Concludes: true)),
        _ => null,
    };

    private static Mark? Decision(JournalRecord record) =>
        record.Entry is Happened happened && OutcomeOf(happened.Event) is { } outcome
            ? new Mark(record.At, record.Number, outcome, Words(record), Concludes: true)
            : null;

    private static Outcome? OutcomeOf(RolloutEvent happened) => happened switch
    {
        GatesPassed or WatchPassed or SmokePassed or Approved => Outcome.Passed,
        GateFailed or WorkFailed or DeadlinePassed or AbortRequested or RollBackRequested => Outcome.Failed,
        EvidenceMissing or FreezeMet or TrafficChangedByOthers or ApprovalMissing or Paused or Interrupted => Outcome.Inconclusive,
        _ => null,
    };

    // What the services share decides about each of them.
    private static bool IsAbout(string? judged, string service) => judged is null || judged == service;

    private static string Words(JournalRecord record) => EntryWords.Of(record.Entry).Text;
}
