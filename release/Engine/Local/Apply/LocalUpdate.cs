using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Cli.Engine.Local.Apply;

/// <summary>Carries a plan out, step by step, against the embedded Azure.</summary>
/// <param name="save">Writes down how far the stack is, and Azure with it.</param>
internal sealed class LocalUpdate(
    IStackAzure azure,
    ComputedValues values,
    StackPlan plan,
    TimeProvider clock,
    Func<AppliedStack, CancellationToken, Task> save)
{
    private readonly StackUnderway _underway = new(plan);

    /// <summary>Changes that are done.</summary>
    public int Done => _underway.Done;

    /// <returns>The stack as it is now, not yet written down.</returns>
    public async Task<AppliedStack> RunAsync(IProgress<AppliedChange> progress, CancellationToken cancellation)
    {
        var checkpoint = new Checkpoint(clock);
        var total = plan.Pending.Count();
        await SaveAsync(cancellation);
        foreach (var step in ApplyStep.Of(plan))
        {
            // Behind the last change there is nothing that could be left out.
            if (Done < total)
                cancellation.ThrowIfCancellationRequested();
            var before = Done;
            await DoAsync(step, cancellation);
            _underway.Note(step);
            if (Done == before)
                continue;

            progress.Report(new AppliedChange(ChangeOf(step), Done, total));
            if (Done < total && checkpoint.IsDue(Done))
            {
                await SaveAsync(cancellation);
                checkpoint.Note(Done);
            }
        }

        return _underway.Finished();
    }

    public Task SaveAsync(CancellationToken cancellation) => save(_underway.AsFarAsItIs(), cancellation);

    private Task DoAsync(ApplyStep step, CancellationToken cancellation) => step switch
    {
        DeleteStep { Old: var old } when AzureIdentity.IsInAzure(old) => DeleteAsync(old, cancellation),
        PutStep { Change: { Operation: not Operation.Same, Resource: var resource } } when AzureIdentity.IsInAzure(resource) =>
            PutAsync(resource, cancellation),
        _ => Task.CompletedTask,
    };

    private async Task PutAsync(StackResource resource, CancellationToken cancellation)
    {
        try
        {
            if (await azure.PutAsync(DeclaredInputs.Of(resource), cancellation) is OperationFailed failed)
                throw ReleaseFailure.AzureRefused(resource.Urn, failed.Error);
        }
        catch (AzureException refused)
        {
            throw ReleaseFailure.AzureRefused(resource.Urn, refused.Error);
        }
    }

    private async Task DeleteAsync(StackResource resource, CancellationToken cancellation)
    {
        try
        {
            var old = values.Of(DeclaredInputs.Of(resource));
            if (await azure.DeleteAsync(old.Id, cancellation))
                await DeletedVaultNames.LetGoAsync(azure, resource, old.Name, cancellation);
        }
        catch (AzureException refused)
        {
            throw ReleaseFailure.AzureRefused(resource.Urn, refused.Error);
        }
    }

    private static ResourceChange ChangeOf(ApplyStep step) => step switch
    {
        DeleteStep { Change: { } change } => change,
        PutStep put => put.Change,
        _ => throw new InvalidOperationException("A step that only makes room is no change."),
    };
}
