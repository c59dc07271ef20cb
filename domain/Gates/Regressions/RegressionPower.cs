using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Domain.Gates.Regressions;

/// <summary>The chance that <see cref="RegressionTest"/> sees a regression, by the number of requests to both versions.</summary>
/// <remarks>
/// Exact for a test that is looked at after every failure, and fed by failures that are rare among the requests: then each
/// failure is the new version's with one and the same chance, and the money depends on two counts alone. Walks over those counts,
/// and takes the number of failures as Poisson. Looks at the ends of batches only, of fifty requests, cost about two points of
/// a hundred. After a renewal it is cautious: all that was at stake before is taken to be lost, as it would be on a version that
/// was sound until then.
/// </remarks>
public sealed class RegressionPower
{
    // Beyond it the walk costs more than it says; a regression that needs more failures is not one that a release can wait for.
    private const int MostFailures = 3000;
    private const double Certain = 0.9999;

    private readonly List<double> _chances = [0];
    private readonly double _failuresPerRequest;

    /// <param name="oldRate">Failures among requests, 0..1.</param>
    /// <param name="newRate">Above the old rate.</param>
    /// <param name="share">Of the traffic on the new version, between 0 and 1, both excluded.</param>
    /// <param name="renewals">How often the test was renewed, which is once at each step after the first.</param>
    public RegressionPower(double oldRate, double newRate, double share, double alpha, int renewals = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldRate);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(newRate, oldRate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(newRate, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        var (ofNew, ofOld) = (share * newRate, (1 - share) * oldRate);
        _failuresPerRequest = ofNew + ofOld;
        ArgumentOutOfRangeException.ThrowIfNegative(renewals);
        Walk(new Threshold(share, 1 / alpha, renewals), ofNew / (ofNew + ofOld));
    }

    /// <param name="requests">To both versions together.</param>
    public double After(double requests) => PoissonDistribution.MeanOf(
        requests * _failuresPerRequest,
        failures => _chances[Math.Min(failures, _chances.Count - 1)]);

    /// <summary>Requests to both versions after which the chance is reached; null where no number that is worth waiting for does.</summary>
    public double? RequestsFor(double chance)
    {
        var most = 2 * MostFailures / _failuresPerRequest;
        if (After(most) < chance)
            return null;
        var (low, high) = (0.0, most);
        while (high - low > Math.Max(0.5, high * 1e-4))
        {
            var middle = (low + high) / 2;
            (low, high) = After(middle) < chance ? (middle, high) : (low, middle);
        }

        return high;
    }

    private void Walk(Threshold threshold, double chanceOfNew)
    {
        // The chance of each number of the new version's failures, as long as the test has not rejected.
        var open = new double[MostFailures + 1];
        open[0] = 1;
        var (most, seen) = (0, 0.0);
        for (var failures = 1; failures <= MostFailures && seen < Certain; failures++)
        {
            for (var ofNew = most + 1; ofNew >= 0; ofNew--)
                open[ofNew] = (open[ofNew] * (1 - chanceOfNew)) + (ofNew > 0 ? open[ofNew - 1] * chanceOfNew : 0);
            most++;
            for (; most >= 0 && threshold.Reaches(failures, most); most--)
            {
                seen += open[most];
                open[most] = 0;
            }

            _chances.Add(seen);
        }
    }

    /// <summary>The test's money after so many failures, in the limit of rare ones.</summary>
    private sealed class Threshold(double share, double threshold, int renewals)
    {
        // A renewal stakes as much as it leaves.
        private readonly double _kept = RegressionTest.Reserve * Math.Pow(0.5, renewals);
        private readonly double _staked = renewals == 0 ? 1 - RegressionTest.Reserve : RegressionTest.Reserve * Math.Pow(0.5, renewals);
        private readonly double[] _logFactors = [.. RegressionTest.Factors.Select(Math.Log)];
        private readonly double[] _logCosts = [.. RegressionTest.Factors.Select(factor => Math.Log(1 + (share * (factor - 1))))];

        public bool Reaches(int failures, int ofNew)
        {
            var money = _kept;
            for (var bet = 0; bet < _logFactors.Length; bet++)
                money += _staked / _logFactors.Length * Math.Exp((ofNew * _logFactors[bet]) - (failures * _logCosts[bet]));
            return money >= threshold;
        }
    }
}
