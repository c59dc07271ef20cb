using System.Collections.Immutable;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Reports.Page.Timelines;

/// <summary>A state that a release was in, from the event that led to it to the one that led on.</summary>
/// <param name="Until">Of the state that it is in now, the last line of its journal.</param>
internal sealed record StateSpan(RolloutState State, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>A clock that was put back meanwhile has measured nothing.</summary>
    public TimeSpan Took => Until > From ? Until - From : TimeSpan.Zero;

    /// <summary>In their order; at least one.</summary>
    /// <exception cref="BrokenJournalException">There is no record, or one that cannot stand where it does.</exception>
    public static ImmutableArray<StateSpan> Of(IEnumerable<JournalRecord> records)
    {
        var spans = ImmutableArray.CreateBuilder<StateSpan>();
        ReleaseStanding? standing = null;
        foreach (var record in records)
        {
            var next = standing?.Next(record) ?? ReleaseStanding.Begin(record);
            if (spans.Count > 0)
                spans[^1] = spans[^1] with { Until = record.At };
            if (!ReferenceEquals(standing?.State, next.State))
                spans.Add(new StateSpan(next.State, record.At, record.At));
            standing = next;
        }

        return spans.ToImmutable();
    }
}
