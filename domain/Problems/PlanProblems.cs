using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Problems;

/// <summary>RI40: what a plan cannot promise.</summary>
public static class PlanProblems
{
    public static Problem StepBlind(
        Place bake, StepEvidence evidence, Blindness blindness, StatedRegression stated, EvidenceFloor floor) => Found(
        ProblemCode.StepBlind,
        bake,
        evidence.Words,
        evidence.Chance is null
            ? $"a step with at least {floor.Requests} requests to the new version"
            : $"a step that sees it with a chance of at least {PlanText.Percent(stated.Chance)}, "
                + $"with at least {floor.Requests} requests to each version",
        Remedy(blindness));

    public static Problem TrafficUnknown(Place bake, string service) => Found(
        ProblemCode.TrafficUnknown,
        bake,
        $"How many requests '{service}' is asked is not known, so nothing says what its steps can see.",
        "an expected rate of requests for every service that takes weights",
        $"State the rate that '{service}' expects, or release when its metrics can be read.");

    public static Problem RollBackTooSlow(Place deadline, TimeSpan predicted, TimeSpan allowed) => Found(
        ProblemCode.RollBackTooSlow,
        deadline,
        $"The way back is predicted to take {PlanText.Of(predicted)}, and its deadline is {PlanText.Of(allowed)}.",
        $"a way back within {PlanText.Of(allowed)}",
        "Release fewer services together, or set a longer deadline.");

    /// <param name="backBy">The end, way back included.</param>
    public static Problem MeetsFreeze(Place freezes, DateTimeOffset backBy, Frozen frozen) => Found(
        ProblemCode.PlanMeetsFreeze,
        freezes,
        $"The release could take until {backBy.UtcDateTime:yyyy-MM-dd HH:mm} UTC, way back included, and the freeze '{frozen.By.Name}' "
        + $"is from {frozen.By.From.UtcDateTime:yyyy-MM-dd HH:mm} to {frozen.By.To.UtcDateTime:yyyy-MM-dd HH:mm} UTC.",
        "a release that ends, way back included, before the next freeze begins",
        frozen.NextStart is { } next
            ? $"Start at {next.UtcDateTime:yyyy-MM-dd HH:mm} UTC, or release it as a hotfix or security fix, with a reason."
            : "Shorten the bakes: no time between two freezes is long enough.");

    private static string Remedy(Blindness blindness)
    {
        string[] ways =
        [
            .. blindness.Bake is { } bake ? [$"bake for {PlanText.Of(bake)}"] : Array.Empty<string>(),
            .. blindness.Weight is { } weight ? [$"take a weight of {weight} %"] : Array.Empty<string>(),
            .. blindness.RequestsPerSecond is { } rate ? [$"add {rate:0.#} synthetic requests a second"] : Array.Empty<string>(),
        ];
        if (ways.Length == 0)
            return "State a larger regression: this one cannot be told from what the old version does.";
        var sentence = ways.Length == 1 ? ways[0] : $"{string.Join(", ", ways[..^1])} or {ways[^1]}";
        return $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}.";
    }

    private static Problem Found(string code, Place place, string message, string allowed, string remedy) =>
        new(code, place.Source, place.Path, place.Value, message, allowed, remedy);
}
