using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Gates.Regressions;

/// <summary>The new version against the old one, or against a second copy of the old one.</summary>
public static class RegressionRule
{
    public static Verdict Judge(RegressionTest test, RegressionTerms terms, EvidenceFloor floor)
    {
        if (test.Rejects(terms.Alpha) && test.New.Rate - test.Old.Rate > terms.Tolerance)
            return Verdict.Failed($"The new version is worse: {Counts(test)}, {Evidence(test, terms)}.");
        if (test.New.Requests < floor.Requests || test.Old.Requests < floor.Requests)
        {
            return Verdict.Inconclusive(
                $"The new version was asked {test.New.Requests} times and the old one {test.Old.Requests} times; "
                + $"a comparison needs {floor.Requests} of each.");
        }

        return Verdict.Passed($"The new version is not seen to be worse: {Counts(test)}, {Evidence(test, terms)}.");
    }

    /// <summary>
    /// Against a baseline: a second copy of the old image, started with the new one and with the same weight, so that cold caches and
    /// young processes are the same on both sides.
    /// </summary>
    /// <param name="test">The new version against the baseline.</param>
    /// <param name="control">The baseline against the old version. Where it rejects, being young is what hurts, not being new.</param>
    public static Verdict JudgeAgainstBaseline(RegressionTest test, RegressionTest control, RegressionTerms terms, EvidenceFloor floor)
    {
        var verdict = Judge(test, terms, floor);
        return verdict.Outcome == Outcome.Passed && control.Rejects(terms.Alpha)
            ? Verdict.Inconclusive(
                "A fresh copy of the old version is worse than the old one itself, so starting is what hurts: "
                + $"{Counts(control)}, {Evidence(control, terms)}.")
            : verdict;
    }

    private static string Counts(RegressionTest test) =>
        $"{test.New.Failures} of {test.New.Requests} requests failed ({test.New.Rate * 100:0.##} %), "
        + $"of the old one {test.Old.Failures} of {test.Old.Requests} ({test.Old.Rate * 100:0.##} %)";

    private static string Evidence(RegressionTest test, RegressionTerms terms) =>
        $"evidence {test.Peak:0.##} of {terms.Threshold:0.##}";
}
