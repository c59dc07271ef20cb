using ReleaseInfra.Domain.Gates.Regressions;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Plans;

/// <summary>Whether a step can see the stated regression within its bake, of one service, even if it begins only with the step.</summary>
/// <param name="stepsBefore">Their bakes are not counted: what fails under more load only was sound until then.</param>
internal sealed class EvidenceForecast(
    string service, ExpectedTraffic traffic, StatedRegression stated, RegressionTerms terms, EvidenceFloor floor, int stepsBefore)
{
    // More weight than half shrinks the old version's side, and with it what there is to compare with.
    private const int MostTellingWeight = 50;

    /// <param name="atRisk">What the step may cost; it does not change what the step can see.</param>
    public StepEvidence Of(TrafficStep step, AtRisk atRisk)
    {
        var all = traffic.RequestsPerSecond * step.Bake.TotalSeconds;
        var ofNew = all * step.Weight / 100;
        var chance = step.Weight == 100 ? (double?)null : Chance(step.Weight, all);
        return new StepEvidence(service, ofNew, chance, Sees(step.Weight, all) ? null : Remedy(step), atRisk, Words(step, ofNew, chance));
    }

    private bool IsWorse => stated.FailureRate > traffic.FailureRate;

    private string Words(TrafficStep step, double ofNew, double? chance)
    {
        var asked = $"'{service}' at {step.Weight} % for {PlanText.Of(step.Bake)}: about {ofNew:0} requests to the new version";
        if (chance is not { } seen)
            return $"{asked}, judged by the hard limits alone.";
        return $"{asked}; a rise of failures from {PlanText.Percent(traffic.FailureRate)} to {PlanText.Percent(stated.FailureRate)} "
            + $"is seen with a chance of {PlanText.Chance(seen)}.";
    }

    // A regression to what the old version does already cannot be seen by anything.
    private double Chance(int weight, double all) => IsWorse ? Power(weight).After(all) : 0;

    private bool Sees(int weight, double all) =>
        all >= Floor(weight) && (weight == 100 || Chance(weight, all) >= stated.Chance);

    /// <summary>Requests to both versions: the comparison needs the settings' floor on either side; at 100 % there is one.</summary>
    private double Floor(int weight)
    {
        var smaller = weight == 100 ? 100 : Math.Min(weight, 100 - weight);
        return Math.Max(floor.Requests, 1) * 100.0 / smaller;
    }

    private Blindness Remedy(TrafficStep step)
    {
        if (Needed(step.Weight) is not { } needed)
            return new Blindness(null, Heavier(step), null);
        var bake = traffic.RequestsPerSecond > 0 ? TimeSpan.FromSeconds(Math.Ceiling(needed / traffic.RequestsPerSecond)) : (TimeSpan?)null;
        var missing = step.Bake > TimeSpan.Zero ? (needed / step.Bake.TotalSeconds) - traffic.RequestsPerSecond : (double?)null;
        return new Blindness(bake, Heavier(step), missing is { } more ? Math.Ceiling(more * 10) / 10 : null);
    }

    private double? Needed(int weight)
    {
        if (weight == 100)
            return Floor(weight);
        return IsWorse && Power(weight).RequestsFor(stated.Chance) is { } requests ? Math.Max(requests, Floor(weight)) : null;
    }

    private int? Heavier(TrafficStep step)
    {
        var all = traffic.RequestsPerSecond * step.Bake.TotalSeconds;
        if (step.Weight >= MostTellingWeight || !Sees(MostTellingWeight, all))
            return null;
        var (blind, seeing) = (step.Weight, MostTellingWeight);
        while (blind + 1 < seeing)
        {
            var middle = (blind + seeing) / 2;
            (blind, seeing) = Sees(middle, all) ? (blind, middle) : (middle, seeing);
        }

        return seeing;
    }

    private RegressionPower Power(int weight) => new(traffic.FailureRate, stated.FailureRate, weight / 100.0, terms.Alpha, stepsBefore);
}
