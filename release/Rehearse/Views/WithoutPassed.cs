using ReleaseInfra.Cli.Display;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Traffic;

namespace ReleaseInfra.Cli.Rehearse.Views;

/// <summary>Leaves out measurements in which nothing was wrong: in a rehearsal hours of them pass in a minute. The report has them all.</summary>
internal sealed class WithoutPassed(IJournalWatcher watcher) : IJournalWatcher
{
    public Task HearAsync(JournalRecord record, ReleaseStanding standing, CancellationToken cancellation) => record.Entry switch
    {
        Judged { Verdict.Outcome: Outcome.Passed or Outcome.Inconclusive } => Task.CompletedTask,
        ShareObserved { Decision: ShareUnknown } => Task.CompletedTask,
        _ => watcher.HearAsync(record, standing, cancellation),
    };

    public ValueTask DisposeAsync() => watcher.DisposeAsync();
}
