using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Domain.Journal.Replays;

/// <summary>
/// Walks through a release twice at once, by the limits of then and by others, until the two part. Between two states every gate
/// counts together: it is the state that they move.
/// </summary>
public sealed class WhatIf
{
    private readonly ImmutableArray<JournalRecord> _records;
    private readonly GateTermsBook _terms;
    private readonly Measurements _then = new(numbers => numbers);
    private readonly Measurements _now;
    private int _decisions;
    private int _otherwise;

    private WhatIf(ImmutableArray<JournalRecord> records, Func<GateNumbers, GateNumbers> limits) =>
        (_records, _terms, _now) = (records, new GateTermsBook(records), new Measurements(limits));

    /// <param name="limits">Gives the numbers back with the limits to hold them against.</param>
    /// <exception cref="BrokenJournalException">There is no record, or one that cannot stand where it does.</exception>
    public static Hindsight With(IEnumerable<JournalRecord> records, Func<GateNumbers, GateNumbers> limits) =>
        new WhatIf([.. records], limits).Walk();

    private Hindsight Walk()
    {
        var standing = ReleaseStanding.Begin(_records[0]);
        var chapter = new Chapter();
        foreach (var record in _records.Skip(1))
        {
            var before = standing.State;
            standing = standing.Next(record);
            if (!ReferenceEquals(before, standing.State))
            {
                if (chapter.Parting(TurnedBackAfter) is { } parting)
                    return parting;
                chapter = new Chapter();
            }

            // Nothing that is measured on the way back, or after the end, moves anything.
            if (standing.State is RollingBack || standing.HasEnded)
                continue;
            if (Judge(record, chapter) is { } unknown)
                return chapter.Parting(TurnedBackAfter) ?? (OtherCourse)unknown;
        }

        if (chapter.Parting(TurnedBackAfter) is { } last)
            return last;
        return _decisions == 0 ? new NothingJudged() : new SameCourse(_decisions, _otherwise);
    }

    private CannotBeTold? Judge(JournalRecord record, Chapter chapter)
    {
        switch (record.Entry)
        {
            case Judged judged:
                return Judge(record, judged, chapter);
            case GateConcluded concluded:
                var gate = new GateName(concluded.Gate, concluded.Service);
                Count(_then.Conclude(concluded), _now.Conclude(concluded));
                chapter.Then.Conclude(record, gate, _then.Conclude(concluded));
                chapter.Now.Conclude(record, gate, _now.Conclude(concluded));
                return null;
            default:
                return null;
        }
    }

    private CannotBeTold? Judge(JournalRecord record, Judged judged, Chapter chapter)
    {
        var gate = new GateName(judged.Gate, judged.Service);
        var (then, now) = (_then.Judge(record.Number, judged), _now.Judge(record.Number, judged));
        Count(then, now);
        chapter.Now.Hear(gate, now);
        if (_terms.Find(gate, record.Number) is not { } terms)
        {
            return then.Outcome == Outcome.Failed == (now.Outcome == Outcome.Failed)
                ? null
                : new CannotBeTold(record.Number, record.At, Side.Words(gate, now));
        }

        if (_then.Progress(gate, terms.Since).Judge(terms.Terms) is Decided { Verdict: { Outcome: Outcome.Failed } failed })
            chapter.Then.Conclude(record, gate, failed);
        if (_now.Progress(gate, terms.Since).Judge(terms.Terms) is Decided { Verdict: { Outcome: Outcome.Failed } fails })
            chapter.Now.Conclude(record, gate, fails);
        return null;
    }

    private void Count(Verdict? then, Verdict? now)
    {
        _decisions++;
        _otherwise += then?.Outcome == now?.Outcome ? 0 : 1;
    }

    /// <summary>When the release turned back after the record; null where it did not.</summary>
    private DateTimeOffset? TurnedBackAfter(int number)
    {
        var standing = ReleaseStanding.Of(_records.Take(number));
        foreach (var record in _records.Skip(number))
        {
            standing = standing.Next(record);
            if (standing.State is RollingBack or Aborted)
                return record.At;
        }

        return null;
    }
}
