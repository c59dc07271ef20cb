using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Journal.Replays;

namespace ReleaseInfra.Cli.Reports;

/// <param name="State">That it came to.</param>
internal sealed record ReleaseInHindsight(ReleaseBegan Began, string State, Hindsight Hindsight)
{
    public static ReleaseInHindsight Of(RecordedRelease release, Thresholds thresholds) => new(
        release.Began, ReleaseStanding.Of(release.Records).State.Words, WhatIf.With(release.Records, thresholds.Limit));
}
