using System.Collections.Immutable;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Rollouts;

/// <summary>The weights that a release goes through; rising, the last one 100.</summary>
public abstract record Strategy
{
    private static readonly int[] DefaultWeights = [10, 20, 50, 100];

    private protected Strategy(ImmutableArray<TrafficStep> steps)
    {
        if (steps.IsDefaultOrEmpty || steps[^1].Weight != 100)
            throw new ArgumentException("The last step must be 100: the new version would never get all traffic.", nameof(steps));
        var below = 0;
        foreach (var step in steps)
        {
            if (step.Weight <= below)
                throw new ArgumentException($"The step {step.Weight} comes after {below}: weights rise from step to step.", nameof(steps));
            if (step.Bake < TimeSpan.Zero)
                throw new ArgumentException($"The bake at {step.Weight} % is negative.", nameof(steps));
            below = step.Weight;
        }

        Steps = steps;
    }

    public ImmutableArray<TrafficStep> Steps { get; private init; }

    /// <summary>Rolling where nothing can be weighed, blue/green for the one step 100, canary otherwise.</summary>
    public static Strategy Of(RolloutSettings settings, IEnumerable<GroupMember> members) =>
        members.All(member => member.Movement == Movement.InPlace) ? new Rolling(Bake(settings.Steps[^1], settings))
        : settings.Steps is [var only] ? new BlueGreen(Bake(only, settings), only.NeedsApproval)
        : new Canary([.. settings.Steps.Select(step => new TrafficStep(step.Weight, Bake(step, settings), step.NeedsApproval))]);

    /// <summary>The same weights, gates and approvals, with bakes that an urgent release may shorten.</summary>
    public Strategy For(ReleaseKind kind) => kind is UrgentRelease { LongestBake: { } longest }
        ? this with { Steps = [.. Steps.Select(step => step with { Bake = step.Bake < longest ? step.Bake : longest })] }
        : this;

    private static TimeSpan Bake(StepSettings step, RolloutSettings settings) => step.Bake ?? settings.Bake;

    private protected static ImmutableArray<TrafficStep> Defaults(TimeSpan bake) =>
        [.. DefaultWeights.Select(weight => new TrafficStep(weight, bake))];
}

/// <summary>All traffic in one step, after the new version has answered without any.</summary>
public sealed record BlueGreen(TimeSpan Bake, bool NeedsApproval = false)
    : Strategy([new TrafficStep(100, Bake, NeedsApproval)]);

public sealed record Canary : Strategy
{
    public Canary(ImmutableArray<TrafficStep> steps)
        : base(steps)
    {
    }

    /// <summary>At 10, 20, 50 and 100 %.</summary>
    public Canary(TimeSpan bake)
        : base(Defaults(bake))
    {
    }
}

/// <summary>For services without slots: the platform replaces instance by instance.</summary>
public sealed record Rolling(TimeSpan Bake) : Strategy([new TrafficStep(100, Bake)]);
