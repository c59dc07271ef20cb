using ReleaseInfra.Domain.Plans;

namespace ReleaseInfra.Domain.Problems;

/// <summary>RI11, of how a release goes and what it is judged by: settings that could never do what they say.</summary>
public static class PolicyProblems
{
    public static Problem SmokeTestsOfWorker(Place tests) => Found(
        ProblemCode.SmokeTestsOfWorker,
        tests,
        "Without ingress nobody can ask the service anything.",
        "smoke tests of a service with ingress, or on App Service",
        "Remove 'smokeTests', or give the service an ingress.");

    public static Problem BodyOfHead(Place body, string path) => Found(
        ProblemCode.BodyOfHead,
        body,
        $"The answer to HEAD {path} has no body, so it can never hold anything.",
        "bodyHolds only with GET",
        $"Ask GET {path}, or remove 'bodyHolds'.");

    public static Problem StepApprovedByNobody(Place steps, int weight) => Found(
        ProblemCode.StepApprovedByNobody,
        steps,
        $"The step {weight} waits for an approval, and approvals.required is 0, so nobody would be asked.",
        "an approval at a step only where approvals.required is at least 1",
        "Require an approval, or take it from the step.");

    /// <param name="needed">Until the last sample is taken.</param>
    /// <param name="given">The step's bake, and the deadline after it.</param>
    public static Problem GatesNeverPass(Place gates, int weight, TimeSpan needed, int samples, TimeSpan given) => Found(
        ProblemCode.GatesNeverPass,
        gates,
        $"{samples} {(samples == 1 ? "sample takes" : "samples take")} {PlanText.Of(needed)}, and the step {weight} has "
        + $"{PlanText.Of(given)}: its bake and deadlines.metrics.",
        $"an initialDelay and an interval in which {samples} {(samples == 1 ? "sample fits" : "samples fit")}",
        "Shorten the interval or the initial delay, or bake longer.");

    public static Problem QueueOfNobody(Place entry, string service, IReadOnlyCollection<string> known)
    {
        var near = Suggestion.For(service, known);
        return Found(
            ProblemCode.QueueOfNobody,
            entry,
            near is null
                ? $"The queue of '{service}' is a gate, and the environment has no such service."
                : $"The queue of '{service}' is a gate, and the environment has no such service; did you mean '{near}'?",
            $"one of {DocumentProblems.Words(known)}",
            near is null ? $"Remove '{service}', or add the service to the environment." : $"Write '{near}'.");
    }

    private static Problem Found(string code, Place place, string message, string allowed, string remedy) =>
        new(code, place.Source, place.Path, place.Value, message, allowed, remedy);
}
