using System.Collections.Immutable;
using ReleaseInfra.Cli.Rehearse.Faults;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Rehearsal.Load;

namespace ReleaseInfra.Cli.Rehearse;

/// <summary>How a rehearsal went.</summary>
/// <param name="End">Of the command that carried the release.</param>
/// <param name="Standing">At its end; null where it never began.</param>
/// <param name="Took">Of the machine's time, from the first request to the last.</param>
internal sealed record RehearsalResult(
    ExitCode End,
    ReleaseStanding? Standing,
    ImmutableArray<JournalRecord> Records,
    ImmutableArray<RehearsalFault> Faults,
    LoadFigures Clients,
    RehearsalTimes Times,
    int Kills,
    TimeSpan Took)
{
    /// <summary>What the last process said on its error stream.</summary>
    public string Complaints { get; init; } = "";

    /// <summary>A release that lost requests has not passed, however it ended: in production they are people's.</summary>
    public ExitCode Code => End == ExitCode.Done && Clients.Lost > 0 ? ExitCode.RolledBack : End;

    /// <summary>By the release's own clock; null where it never began.</summary>
    public TimeSpan? Duration => Standing is { } standing ? standing.LastAt - standing.BeganAt : null;

    /// <summary>Seconds of the release's clock in one of the machine's.</summary>
    public double Compression => Duration is { } duration && Took > TimeSpan.Zero ? duration / Took : 1;
}
