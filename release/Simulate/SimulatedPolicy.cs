using System.Collections.Immutable;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Simulate;

/// <summary>A way to release, to be compared with the configured one.</summary>
/// <param name="Does">A sentence without its subject.</param>
internal sealed record SimulatedPolicy(string Name, string Does, Func<RolloutSettings, RolloutSettings> Of)
{
    public static readonly SimulatedPolicy Configured = new("configured", "is the stack's own", rollout => rollout);

    public static readonly SimulatedPolicy Faster = new(
        "faster",
        "halves every bake and the watch",
        rollout => rollout with
        {
            Bake = rollout.Bake / 2,
            Watch = rollout.Watch / 2,
            Steps = [.. rollout.Steps.Select(step => step with { Bake = step.Bake / 2 })],
        });

    public static readonly SimulatedPolicy TwoSteps = new(
        "two-step",
        "goes from 10 percent to all",
        rollout => rollout with { Steps = [new StepSettings(10), new StepSettings(100)] });

    public static readonly ImmutableArray<SimulatedPolicy> All = [Configured, Faster, TwoSteps];
}
