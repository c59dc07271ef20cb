using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Replays;

namespace ReleaseInfra.Cli.Reports;

internal sealed record ReplayedRelease(ReleaseBegan Began, ReplayResult Result)
{
    public int Agreeing => Result.Decisions - Result.Findings.Length;

    public static ReplayedRelease Of(RecordedRelease release) => new(release.Began, Replay.Of(release.Records));
}
