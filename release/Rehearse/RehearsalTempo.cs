using ReleaseInfra.Cli.Runs.Gates;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Domain.Traffic;

namespace ReleaseInfra.Cli.Rehearse;

/// <summary>
/// How fast the clock may go: as fast as the requests that are really sent let every step see what its policy asks for. A clock
/// that ran ahead of them would leave each step without evidence.
/// </summary>
/// <param name="PerSecond">Requests to one service, by the machine's clock.</param>
/// <param name="Fixed">As somebody wants it; null to be found.</param>
internal sealed record RehearsalTempo(RolloutSettings Policy, double PerSecond, double? Fixed)
{
    /// <summary>Between two looks, the engine still has time to look.</summary>
    public const double Highest = 600;

    /// <summary>Where nothing is waited for that takes minutes.</summary>
    private const double Brisk = 60;

    /// <summary>Requests split by chance: what is asked for is seen in time with some to spare.</summary>
    private const double Spare = 1.5;

    /// <summary>What a share is observed for, between its write and its first whole minutes in the metrics.</summary>
    private static readonly TimeSpan Observed = TimeSpan.FromMinutes(2);

    public double For(RolloutState state) => Fixed ?? Math.Clamp(Found(state), 1, Highest);

    private double Found(RolloutState state) => state switch
    {
        Shifting shifting => ForShare(shifting.Weight, Before(shifting)),
        // A bake waits for its evidence until its deadline: half of that is early enough.
        Baking baking => ForEvidence(baking.Weight, Policy.Bake + (Policy.Deadlines.Metrics / 2)),
        Held held => Found(held.Then),
        RollingBack => 1,
        Complete or Watching => ForEvidence(100, Policy.Watch),
        _ => Brisk,
    };

    /// <param name="within">Of the release's clock.</param>
    private double ForEvidence(int weight, TimeSpan within) => Math.Min(
        ForRequests(weight, within, Policy.Evidence.Samples * Policy.Evidence.Requests),
        // A percentile is of the last minutes alone.
        ForRequests(weight, MetricTimes.Recent, Policy.Evidence.Requests));

    private double ForRequests(int weight, TimeSpan within, int requests) =>
        within.TotalSeconds * PerSecond * weight / 100 / (Spare * requests);

    private double ForShare(int weight, int before) =>
        Observed.TotalSeconds * PerSecond / (Spare * ShareRule.Needed(weight, before));

    private static int Before(Shifting shifting) => shifting.Step == 0 ? 0 : shifting.Course.Steps[shifting.Step - 1].Weight;
}
