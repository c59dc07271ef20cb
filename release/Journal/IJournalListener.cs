using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Journal;

/// <summary>Is told of each record once it is on the disk. What goes wrong in here is never the release's concern: nothing is thrown.</summary>
internal interface IJournalListener
{
    /// <param name="standing">With the record.</param>
    Task HearAsync(JournalRecord record, ReleaseStanding standing, CancellationToken cancellation);
}
