using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Domain.Gates.Regressions;

/// <summary>
/// One batch, given how many of its requests failed in all: if both versions are alike, which requests failed is a blind draw,
/// and how many of them were the new version's is hypergeometric; if a request to the new version has other odds to fail, it
/// is Fisher's noncentral hypergeometric distribution.
/// </summary>
internal sealed class BatchOdds
{
    private readonly long _fewest;
    private readonly long _observed;
    private readonly double[] _ways;
    private readonly double _all;

    public BatchOdds(Tally old, Tally @new)
    {
        var failures = old.Failures + @new.Failures;
        _observed = @new.Failures;
        _fewest = Math.Max(0, failures - old.Requests);
        _ways = new double[Math.Min(failures, @new.Requests) - _fewest + 1];
        for (var index = 1; index < _ways.Length; index++)
        {
            // From one more than the fewest on; doubles, since the products of four counts leave the range of a long.
            double more = _fewest + index;
            _ways[index] = _ways[index - 1]
                + Math.Log((failures - more + 1) * (@new.Requests - more + 1) / (more * (old.Requests - failures + more)));
        }

        _all = LogSum.Of(_ways);
    }

    /// <summary>Whether another number of failures of the new version would have been possible.</summary>
    public bool Tells => _ways.Length > 1;

    /// <summary>
    /// The logarithm of how much likelier the batch is if the odds to fail are multiplied by the factor. Its expectation
    /// without the logarithm is 1 if the versions are alike, and less if the new one is better and the factor above 1.
    /// </summary>
    public double LogLikelihoodRatio(double factor)
    {
        var log = Math.Log(factor);
        Span<double> weighed = _ways.Length <= 256 ? stackalloc double[_ways.Length] : new double[_ways.Length];
        for (var index = 0; index < _ways.Length; index++)
            weighed[index] = _ways[index] + (index * log);
        return ((_observed - _fewest) * log) - (LogSum.Of(weighed) - _all);
    }
}
