using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Release.Tests.Runs.Scenes;

/// <summary>An engine for which the scene's clock stands still: it computes, and waits for nothing.</summary>
internal sealed class SceneEngine(IStackEngine engine, Scene scene) : IStackEngine
{
    public string Name => engine.Name;

    public string StateLocation(StackName stack) => engine.StateLocation(stack);

    public Task<AppliedStack?> RecallAsync(StackName stack, CancellationToken cancellation) =>
        HeldAsync(() => engine.RecallAsync(stack, cancellation));

    public Task<StackPlan> PreviewAsync(
        EnvironmentSettings settings, AppliedStack? applied, IProgress<EngineProgress> progress, CancellationToken cancellation) =>
        HeldAsync(() => engine.PreviewAsync(settings, applied, progress, cancellation));

    public Task<IAsyncDisposable> LockAsync(StackName stack, string purpose, CancellationToken cancellation) =>
        // Who finds it taken waits a moment for the holder's name.
        engine.LockAsync(stack, purpose, cancellation);

    public Task<AppliedStack> ApplyAsync(StackPlan plan, UpdateKind kind, IProgress<AppliedChange> progress, CancellationToken cancellation) =>
        HeldAsync(() => engine.ApplyAsync(plan, kind, progress, cancellation));

    public Task<ImmutableArray<StackUpdate>> HistoryAsync(StackName stack, CancellationToken cancellation) =>
        HeldAsync(() => engine.HistoryAsync(stack, cancellation));

    private async Task<T> HeldAsync<T>(Func<Task<T>> work)
    {
        using var held = scene.Time.Hold();
        return await work();
    }
}
