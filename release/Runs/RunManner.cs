using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Runs.Requests;

namespace ReleaseInfra.Cli.Runs;

/// <summary>How a release is carried out by this process, as its command line says.</summary>
/// <param name="Purpose">The verb, for whoever finds the stack locked.</param>
/// <param name="Variable">Of the machine; null where it is not set.</param>
/// <param name="Watcher">Shows the release while it runs.</param>
internal sealed record RunManner(string Purpose, IAzureLog Log, IJournalListener Watcher, Func<string, string?> Variable)
{
    /// <summary>Whether a release that is held is left at once, even with traffic on its new version.</summary>
    public bool LeavesHeld { get; init; }

    /// <summary>A major incident's end that the settings do not know yet; null where there was none.</summary>
    public DateTimeOffset? IncidentEnded { get; init; }

    /// <summary>What to do where another process carries the release.</summary>
    public JournalClaim Claim { get; init; } = JournalClaim.Wait;

    /// <summary>What other processes ask for; null where nobody can.</summary>
    public IRequestBox? Requests { get; init; }
}
