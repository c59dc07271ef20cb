using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Domain.Notices;

/// <summary>What is worth telling about a release: a fold over its journal, from any record on.</summary>
public sealed record Announcement
{
    private Announcement(RolloutState? state, ImmutableSortedDictionary<string, string> measured, Notice? notice) =>
        (State, Measured, Notice) = (state, measured, notice);

    /// <summary>Before the first record.</summary>
    public static Announcement None { get; } = new(null, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), null);

    /// <summary>What the last record gives to tell; null for nothing.</summary>
    public Notice? Notice { get; }

    private RolloutState? State { get; }

    /// <summary>What each gate said last, by the gate's words.</summary>
    private ImmutableSortedDictionary<string, string> Measured { get; }

    /// <param name="standing">With the record.</param>
    public Announcement Next(JournalRecord record, ReleaseStanding standing) => new(
        standing.State,
        record.Entry is Judged { Verdict.Outcome: Outcome.Passed or Outcome.Failed } judged
            ? Measured.SetItem(GateOf(judged), judged.Verdict.Message)
            : Measured,
        NoticeOf(record.Entry, standing));

    private Notice? NoticeOf(JournalEntry entry, ReleaseStanding standing) => entry switch
    {
        ReleaseBegan => new ReleaseStarted(standing),
        // A state that is not another one was told when it was entered.
        Happened happened when State is not null && !ReferenceEquals(State, standing.State) => Entered(State, happened.Event, standing),
        _ => null,
    };

    private Notice? Entered(RolloutState before, RolloutEvent happened, ReleaseStanding standing) => standing.State switch
    {
        Held { Reason: AwaitsApproval awaits } held => new ApprovalNeeded(standing, held, awaits),
        Held { Reason: WaitsForFreeze waits } held => new FreezeMetNotice(standing, held, waits),
        Held held => new ReleaseHeld(standing, held),
        // One rollback is told once, however many services it returns and however often it is tried.
        RollingBack when before is RollingBack or Held { Reason: RollbackStuck } => null,
        RollingBack back => new ReleaseRollingBack(standing, back, happened is AbortRequested or RollBackRequested or FreezeMet),
        RolledBack back => new ReleaseRolledBack(standing, back),
        Aborted aborted => new ReleaseAborted(standing, aborted),
        Settled => new ReleaseDone(standing, Facts),
        _ => happened is GatesPassed && before is Baking baking ? new StepDone(standing, baking.Weight, Facts) : null,
    };

    private ImmutableArray<NoticeFact> Facts => [.. Measured.Select(gate => new NoticeFact(gate.Key, gate.Value))];

    private static string GateOf(Judged judged) => judged.Service is { } service ? $"{judged.Gate} of {service}" : judged.Gate;
}
