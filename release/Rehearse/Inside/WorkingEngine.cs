using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Rehearsal.Clocks;

namespace ReleaseInfra.Cli.Rehearse.Inside;

/// <summary>An engine whose computing is no waiting. What it waits for while it applies is Azure, and that is.</summary>
internal sealed class WorkingEngine(CompressedTime time, IStackEngine engine) : IStackEngine
{
    public string Name => engine.Name;

    public string StateLocation(StackName stack) => engine.StateLocation(stack);

    public Task<AppliedStack?> RecallAsync(StackName stack, CancellationToken cancellation) =>
        WorkAsync(() => engine.RecallAsync(stack, cancellation));

    public Task<StackPlan> PreviewAsync(
        EnvironmentSettings settings, AppliedStack? applied, IProgress<EngineProgress> progress, CancellationToken cancellation) =>
        WorkAsync(() => engine.PreviewAsync(settings, applied, progress, cancellation));

    public Task<IAsyncDisposable> LockAsync(StackName stack, string purpose, CancellationToken cancellation) =>
        engine.LockAsync(stack, purpose, cancellation);

    public Task<AppliedStack> ApplyAsync(
        StackPlan plan, UpdateKind kind, IProgress<AppliedChange> progress, CancellationToken cancellation) =>
        engine.ApplyAsync(plan, kind, progress, cancellation);

    public Task<ImmutableArray<StackUpdate>> HistoryAsync(StackName stack, CancellationToken cancellation) =>
        WorkAsync(() => engine.HistoryAsync(stack, cancellation));

    private async Task<T> WorkAsync<T>(Func<Task<T>> work)
    {
        using var working = time.Working();
        return await work();
    }
}
