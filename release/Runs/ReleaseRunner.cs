using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Runs;

/// <summary>Carries a release from where its journal has it to its end, or to where it is left held. Reads, does, writes down.</summary>
internal sealed class ReleaseRunner(RunJournal journal, IStateWorks works, Vigil vigil, TimeProvider time)
{
    /// <exception cref="JournalLost">The release could not be written down any more.</exception>
    public async Task<RolloutState> RunAsync(CancellationToken interrupt)
    {
        while (works.For(journal.Standing, isInterrupted: interrupt.IsCancellationRequested) is { } work)
            await journal.WriteAsync(await FirstOfAsync(journal.Standing, work, interrupt));
        return journal.Standing.State;
    }

    /// <summary>Of the state's own work, what anybody sees meanwhile, and the state's deadline: what comes first has happened.</summary>
    private async Task<RolloutEvent> FirstOfAsync(ReleaseStanding standing, IStateWork work, CancellationToken interrupt)
    {
        // A rollback takes seconds, and half of one is the worst place to stop at.
        using var over = standing.State is RollingBack
            ? new CancellationTokenSource()
            : CancellationTokenSource.CreateLinkedTokenSource(interrupt);
        Task<RolloutEvent>[] racing =
        [
            OutcomeOfAsync(() => work.DoAsync(standing, over.Token)),
            OutcomeOfAsync(() => vigil.KeepAsync(standing, over.Token)),
            DeadlineAsync(standing, over.Token),
        ];
        try
        {
            return await await Task.WhenAny(racing);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            return new Interrupted();
        }
        finally
        {
            End(over);
            // What was begun comes to its end before the next thing is: two writers in one process are two writers.
            await ((Task)Task.WhenAll(racing)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    /// <summary>At once: what was raced is told before anything else is done, by whatever clock and on whatever thread it waits.</summary>
    private static void End(CancellationTokenSource over) => over.Cancel();

    private static async Task<RolloutEvent> OutcomeOfAsync(Func<Task<RolloutEvent>> work)
    {
        try
        {
            return await work();
        }
        catch (AzureFailure failure)
        {
            return new WorkFailed(failure.Message);
        }
        catch (ReleaseFailure failure)
        {
            return new WorkFailed(failure.Message);
        }
    }

    private async Task<RolloutEvent> DeadlineAsync(ReleaseStanding standing, CancellationToken cancellation)
    {
        // From here on by a clock that does not jump.
        await Task.Delay(standing.Left(time.GetUtcNow()), time, cancellation);
        return new DeadlinePassed();
    }
}
