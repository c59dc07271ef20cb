namespace ReleaseInfra.Domain.Gates.Rules;

/// <summary>
/// A service that does not answer at all, which is reason enough to go back at once. One try that is lost says little, so it takes
/// several within one look, such as one to each replica.
/// </summary>
public static class UnresponsiveRule
{
    private const int FewestTries = 2;

    public static Verdict Judge(IReadOnlyCollection<HealthAnswer> tries)
    {
        var answered = tries.Count(answer => answer is HealthAnswered);
        var measured = $"{answered} of {tries.Count} tries were answered";
        if (answered > 0)
            return Verdict.Passed($"{measured}.");
        return tries.Count < FewestTries
            ? Verdict.Inconclusive($"{measured}; {FewestTries} tries are needed.")
            : Verdict.Failed($"The service is unresponsive: {measured}.");
    }
}
