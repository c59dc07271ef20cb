using System.Collections.Immutable;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Rehearse;

/// <summary>When a release that went back was bad, was left, and was back; each null where it did not come to that.</summary>
/// <param name="FirstBad">When people were first answered badly by the new version.</param>
internal sealed record RehearsalTimes(DateTimeOffset? FirstBad, DateTimeOffset? Decided, DateTimeOffset? Back)
{
    /// <summary>Null where nothing bad was seen before, as with a version that is left for its health.</summary>
    public TimeSpan? ToDecide => Decided - FirstBad is { } time && time >= TimeSpan.Zero ? time : null;

    public TimeSpan? ToReturn => Back - Decided;

    public static RehearsalTimes Of(ImmutableArray<JournalRecord> records, DateTimeOffset? firstBad)
    {
        DateTimeOffset? decided = null, back = null;
        var standing = default(ReleaseStanding);
        foreach (var record in records)
        {
            standing = standing?.Next(record) ?? ReleaseStanding.Begin(record);
            if (standing.State is RollingBack)
                decided ??= record.At;
            if (standing.State is RolledBack)
                back ??= record.At;
        }

        return new RehearsalTimes(firstBad, decided, back);
    }
}
