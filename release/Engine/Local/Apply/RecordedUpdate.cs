using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Cli.Engine.State;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Cli.Engine.Local.Apply;

/// <summary>Carries a plan out and writes down how it went, however it goes.</summary>
internal sealed class RecordedUpdate(StackFolder folder, OpenStackAzure open, Machine machine, TimeProvider clock)
{
    /// <summary>What is left to write once the user wants to be gone.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromMinutes(1);

    private readonly HistoryFile _history = new(folder);
    private readonly StateFile _state = new(folder);

    /// <exception cref="ReleaseFailure">It did not get to its end; what was done is kept.</exception>
    public async Task<AppliedStack> RunAsync(
        StackPlan plan,
        UpdateKind kind,
        IProgress<AppliedChange> progress,
        CancellationToken cancellation)
    {
        var scope = new AzureScope(plan.Stack.Name, plan.Location);
        using var azure = await open(folder, scope, cancellation);
        var number = await StartAsync(plan, kind, cancellation);
        var update = new LocalUpdate(azure, new ComputedValues(scope), plan, clock, (stack, token) => SaveAsync(azure, stack, token));
        try
        {
            var finished = await update.RunAsync(progress, cancellation);
            // All is done: to interrupt is too late, and only what is written down counts.
            using var last = new CancellationTokenSource(LastWords, clock);
            await SaveAsync(azure, finished, last.Token);
            await _history.EndAsync(number, new Succeeded(clock.GetUtcNow()), last.Token);
            return finished;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await KeepAsync(update, number, new Interrupted(clock.GetUtcNow(), update.Done));
            throw ReleaseFailure.UpdateInterrupted(kind.Word(), plan.Stack.Name, update.Done, plan.Pending.Count());
        }
        catch (ReleaseFailure failure)
        {
            await KeepAsync(update, number, new Failed(clock.GetUtcNow(), update.Done, failure.Message));
            throw ReleaseFailure.UpdateFailed(kind.Word(), plan.Stack.Name, update.Done, plan.Pending.Count(), failure);
        }
    }

    private async Task<int> StartAsync(StackPlan plan, UpdateKind kind, CancellationToken cancellation)
    {
        var before = await _history.ReadAsync(cancellation);
        var update = new StackUpdate(
            before.Length + 1,
            kind,
            machine.Operator,
            clock.GetUtcNow(),
            ReleaseRow.Between(plan.From?.Release, plan.Release),
            ChangeCounts.Of(plan.Changes.Where(change => !change.Resource.IsComponent)),
            new NotEnded());
        await _history.StartAsync(update, cancellation);
        return update.Number;
    }

    private async Task KeepAsync(LocalUpdate update, int number, UpdateEnd end)
    {
        using var last = new CancellationTokenSource(LastWords, clock);
        await update.SaveAsync(last.Token);
        await _history.EndAsync(number, end, last.Token);
    }

    private async Task SaveAsync(IStackAzure azure, AppliedStack stack, CancellationToken cancellation)
    {
        try
        {
            await azure.SaveAsync(_state.ContentOf(stack), cancellation);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw ReleaseFailure.FolderUnwritable(folder.Path, unwritable);
        }
    }
}
