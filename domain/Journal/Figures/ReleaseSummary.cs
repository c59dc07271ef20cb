using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Domain.Journal.Figures;

/// <summary>One release in the moments that figures are made of; a moment that never came is null.</summary>
public sealed record ReleaseSummary
{
    private ReleaseSummary()
    {
    }

    public required ReleaseBegan Began { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>The last one.</summary>
    public required RolloutState State { get; init; }

    public required ReleaseTimes Times { get; init; }

    /// <summary>When users' traffic was first put on the new version, by the drill or by a step.</summary>
    public DateTimeOffset? InTraffic { get; init; }

    /// <summary>When the new version had all traffic and had passed its gates, before the watch.</summary>
    public DateTimeOffset? Completed { get; init; }

    /// <summary>When it turned back, having had traffic: a gate failed, a deadline passed, or somebody asked.</summary>
    public DateTimeOffset? TurnedBack { get; init; }

    /// <summary>When the old version had all traffic again.</summary>
    public DateTimeOffset? Restored { get; init; }

    public DateTimeOffset? Ended { get; init; }

    /// <exception cref="BrokenJournalException">There is no record, or one that cannot stand where it does.</exception>
    public static ReleaseSummary Of(IEnumerable<JournalRecord> records)
    {
        ReleaseStanding? standing = null;
        ReleaseSummary? summary = null;
        foreach (var record in records)
        {
            var next = standing?.Next(record) ?? ReleaseStanding.Begin(record);
            summary = standing is null || summary is null ? First(next) : summary.And(standing, record, next);
            standing = next;
        }

        return summary ?? throw BrokenJournalException.Empty();
    }

    private static ReleaseSummary First(ReleaseStanding begun) => new()
    {
        Began = begun.Began,
        BeganAt = begun.BeganAt,
        State = begun.State,
        Times = ReleaseTimes.None,
    };

    private ReleaseSummary And(ReleaseStanding before, JournalRecord record, ReleaseStanding next)
    {
        var summary = this with { Times = Times.And(before, record), State = next.State };
        return ReferenceEquals(before.State, next.State) ? summary : summary.Entering(next.State, record.At);
    }

    private ReleaseSummary Entering(RolloutState state, DateTimeOffset at) => state switch
    {
        Drilling or Shifting => this with { InTraffic = InTraffic ?? at },
        Complete => this with { Completed = Completed ?? at },
        RollingBack when InTraffic is not null => this with { TurnedBack = TurnedBack ?? at, Ended = null },
        RolledBack => this with { Restored = TurnedBack is null ? null : at, Ended = at },
        Settled or Aborted => this with { Ended = at },
        _ => this,
    };
}
