using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Cli.Simulate.World;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Simulate.Ports;

/// <summary>An engine that applies the release of a configuration, and knows of nothing else in it. No program runs.</summary>
internal sealed class SimulatedEngine(SimulatedWorld world, SimulatedCalls calls) : IStackEngine
{
    private static readonly MapValue Outputs = MapValue.Of([new MapEntry("telemetryWorkspace", new TextValue(Guid.Empty.ToString()))]);
    private static readonly StackResource Services = new("urn:simulated", "simulated", "services", null, false, false, MapValue.Empty, []);

    private AppliedStack _applied = new(world.Scene.Settings.Location, world.Scene.Settings.Release, [Services], Outputs);

    public string Name => "simulated";

    public string StateLocation(StackName stack) => "memory";

    public Task<AppliedStack?> RecallAsync(StackName stack, CancellationToken cancellation) => Task.FromResult<AppliedStack?>(_applied);

    public async Task<StackPlan> PreviewAsync(
        EnvironmentSettings settings, AppliedStack? applied, IProgress<EngineProgress> progress, CancellationToken cancellation)
    {
        await Task.Delay(world.Timings.Around(SimulatedTimings.Preview, SimulatedTimings.Spread), world.Time, cancellation);
        var isSame = ReleaseChanges.Between(applied?.Release, settings.Release).IsEmpty;
        return new StackPlan(
            settings.Stack,
            settings.Location,
            applied,
            settings.Release,
            [new ResourceChange(Services, isSame ? Operation.Same : Operation.Update, [])],
            Outputs);
    }

    public Task<IAsyncDisposable> LockAsync(StackName stack, string purpose, CancellationToken cancellation) =>
        Task.FromResult<IAsyncDisposable>(new Lock());

    public async Task<AppliedStack> ApplyAsync(
        StackPlan plan, UpdateKind kind, IProgress<AppliedChange> progress, CancellationToken cancellation)
    {
        try
        {
            await calls.WriteAsync("resources", SimulatedTimings.Update, cancellation);
        }
        catch (AzureFailure failure)
        {
            throw ReleaseFailure.AzureFailed(failure);
        }

        world.Apply(plan.Release);
        return _applied = _applied with { Release = plan.Release };
    }

    public Task<ImmutableArray<StackUpdate>> HistoryAsync(StackName stack, CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray<StackUpdate>.Empty);

    private sealed class Lock : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
