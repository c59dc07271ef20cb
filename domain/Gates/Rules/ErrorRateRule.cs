using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Domain.Gates.Rules;

/// <summary>The new version's own failures, compared with nothing: the hard limit.</summary>
public static class ErrorRateRule
{
    // Looked at every few seconds, so a rare accident must not count: of a thousand looks at most one.
    private const double SureBelowTheFloor = 0.998;

    /// <summary>
    /// Below the floor of requests nothing passes, and it fails only where so few already leave no doubt: five failures in five
    /// requests are an outage, one is not.
    /// </summary>
    public static Verdict Judge(Tally requests, decimal limitPercent, EvidenceFloor floor)
    {
        if (requests.Requests == 0)
            return Verdict.Inconclusive("No data: no requests.");
        var limit = (double)limitPercent / 100;
        var measured =
            $"{requests.Failures} of {requests.Requests} requests failed ({requests.Rate * 100:0.##} %), limit {limitPercent:0.##} %";
        if (requests.Requests < floor.Requests)
        {
            return WilsonInterval.Of(requests.Failures, requests.Requests, SureBelowTheFloor).Low > limit
                ? Verdict.Failed($"{measured}; few requests, and no doubt.")
                : Verdict.Inconclusive($"{measured}; {floor.Requests} requests are needed.");
        }

        return requests.Rate > limit ? Verdict.Failed($"{measured}.") : Verdict.Passed($"{measured}.");
    }
}
