namespace ReleaseInfra.Domain.Gates;

/// <param name="Message">With the number and its limit; one sentence.</param>
public sealed record Verdict(Outcome Outcome, string Message)
{
    public static Verdict Passed(string message) => new(Outcome.Passed, message);

    public static Verdict Failed(string message) => new(Outcome.Failed, message);

    public static Verdict Inconclusive(string message) => new(Outcome.Inconclusive, message);

    public static Verdict Errored(string message) => new(Outcome.Errored, message);

    /// <summary>
    /// Of everything that must pass together, such as the services of a group: the worst, in the order failed, errored,
    /// inconclusive, passed, with the messages of all that are as bad. Nothing at all is no pass.
    /// </summary>
    public static Verdict Joint(IReadOnlyCollection<Verdict> verdicts)
    {
        if (verdicts.Count == 0)
            return Inconclusive("No gate has judged.");
        var worst = verdicts.MaxBy(verdict => Badness(verdict.Outcome))!.Outcome;
        return new Verdict(worst, string.Join(' ', verdicts.Where(verdict => verdict.Outcome == worst).Select(verdict => verdict.Message)));
    }

    private static int Badness(Outcome outcome) => outcome switch
    {
        Outcome.Passed => 0,
        Outcome.Inconclusive => 1,
        Outcome.Errored => 2,
        Outcome.Failed => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Outcomes are passed, failed, inconclusive and errored."),
    };
}
