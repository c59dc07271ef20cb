using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Runs;
using ReleaseInfra.Cli.Display;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Commands;

/// <summary>One release to be carried by this process.</summary>
/// <param name="Purpose">The verb.</param>
internal sealed record Carry(string Purpose, string Stack, Func<RunOpening, CancellationToken, Task<OpenRun>> Open)
{
    /// <summary>What is done once the release is this process's.</summary>
    public Func<OpenRun, Task> First { get; init; } = _ => Task.CompletedTask;

    /// <summary>What there was to see of the release before; null for one that begins.</summary>
    public ReleaseBoard? Earlier { get; init; }

    /// <summary>What to do where another process carries the release.</summary>
    public JournalClaim Claim { get; init; } = JournalClaim.Wait;

    /// <summary>Of an incident that the settings do not know of; null where there was none.</summary>
    public DateTimeOffset? IncidentEnded { get; init; }

    /// <summary>How the command ends, from the state and the last thing that made the release be left.</summary>
    public Func<RolloutState, string?, ExitCode> Code { get; init; } = RunEnd.CodeOf;
}
