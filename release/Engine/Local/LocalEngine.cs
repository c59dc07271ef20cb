using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine.Diff;
using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Cli.Engine.Local.Apply;
using ReleaseInfra.Cli.Engine.Local.Locking;
using ReleaseInfra.Cli.Engine.State;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Cli.Engine.Local;

/// <summary>
/// The embedded default: the program runs in this process, what it declares is applied to the embedded Azure, and both are kept
/// in the workspace.
/// </summary>
internal sealed class LocalEngine(LocalEngineOptions options) : IStackEngine
{
    public const string EngineName = "local";

    public string Name => EngineName;

    public string StateLocation(StackName stack) => new StateFile(Folder(stack)).Name;

    public Task<AppliedStack?> RecallAsync(StackName stack, CancellationToken cancellation) =>
        new StateFile(Folder(stack)).ReadAsync(cancellation);

    public async Task<StackPlan> PreviewAsync(
        EnvironmentSettings settings,
        AppliedStack? applied,
        IProgress<EngineProgress> progress,
        CancellationToken cancellation)
    {
        var declared = await new StackProgram(options, options.Key.Find()).DeclareAsync(settings, progress, cancellation);
        var values = new ComputedValues(new AzureScope(settings.Stack.Name, settings.Location));
        var changes = new StackDiff(ComputedValues.IsImmutable).Between(applied?.Resources ?? [], declared.Resources, declared.Ignored);
        return new StackPlan(
            settings.Stack,
            settings.Location,
            applied,
            settings.Release,
            new ReplacedDependents(ComputedValues.IsImmutable, resource => AzureIdentity.Of(values, resource)).Added(changes),
            declared.Outputs);
    }

    public async Task<IAsyncDisposable> LockAsync(StackName stack, string purpose, CancellationToken cancellation)
    {
        var holder = new LockHolder(options.Machine.ProcessId, options.Machine.Host, purpose, options.Clock.GetUtcNow());
        var taken = await StackLock.TakeAsync(Folder(stack), holder, options.Clock, cancellation);
        try
        {
            Prepare(Folder(stack));
            return taken;
        }
        catch
        {
            await taken.DisposeAsync();
            throw;
        }
    }

    public Task<AppliedStack> ApplyAsync(
        StackPlan plan,
        UpdateKind kind,
        IProgress<AppliedChange> progress,
        CancellationToken cancellation) =>
        new RecordedUpdate(Folder(plan.Stack), options.Azure, options.Machine, options.Clock).RunAsync(plan, kind, progress, cancellation);

    public Task<ImmutableArray<StackUpdate>> HistoryAsync(StackName stack, CancellationToken cancellation) =>
        new HistoryFile(Folder(stack)).ReadAsync(cancellation);

    private void Prepare(StackFolder folder)
    {
        try
        {
            DurableFiles.Finish(folder.Path);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw ReleaseFailure.FolderUnwritable(folder.Path, unwritable);
        }

        // Before anything is compared: what this update keeps is what the next one compares with.
        options.Key.FindOrCreate();
    }

    private StackFolder Folder(StackName stack) => new(options.WorkspaceFolder, stack.Name);
}
