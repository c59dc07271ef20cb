using System.Collections.Immutable;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Domain.Gates.Regressions;

/// <summary>
/// Whether the new version fails more often than the old one, tested batch by batch and looked at as often as one likes: a
/// player starts with 1 and bets that it does; under the null hypothesis no way of betting makes money in expectation.
/// </summary>
/// <remarks>
/// <para>
/// Null hypothesis: in each batch, a request to the new version has at most the old one's odds to fail. The rate itself may
/// differ from batch to batch in any way, since every batch is taken given its number of failures. The money is an e-process:
/// by Ville's inequality it reaches 1/alpha with a probability of at most alpha, over any number of looks.
/// </para>
/// <para>
/// Assumed: within a batch, the requests of both versions come from the same users at the same time and fail independently
/// given the batch's rate; a batch is closed, with late telemetry waited for, before it is observed, and where it is cut does not
/// depend on what failed. Retries that one failure causes, and sessions that stick to a version, break the first.
/// </para>
/// <para>
/// Sources: M. Lindon and A. Malek, "Anytime-valid inference for multinomial count data", NeurIPS 2022 (arXiv:2011.03567), for
/// betting on which version the next failure is of, and mixing bets; R. Turner, A. Ly and P. Grünwald, "Generic E-variables
/// for exact sequential k-sample tests", Journal of Statistical Planning and Inference 230 (2024; arXiv:2106.02693), for
/// batches of two streams and multiplying over them; A. Ramdas, P. Grünwald, V. Vovk and G. Shafer, "Game-theoretic statistics and
/// safe anytime-valid inference", Statistical Science 38 (2023; arXiv:2210.01948), for Ville's inequality and mixtures.
/// </para>
/// </remarks>
public sealed record RegressionTest
{
    /// <summary>Requests to each version. Fewer have hardly a failure among them, and a batch without one says nothing.</summary>
    public const int SmallestBatch = 50;

    // What the odds to fail are bet to be multiplied by. Odds in between are caught by their neighbours at little loss.
    internal static readonly ImmutableArray<double> Factors = [2, 4, 8, 16];

    /// <summary>Kept back from the start, for a regression that begins later.</summary>
    internal const double Reserve = 0.2;

    private RegressionTest()
    {
    }

    public static RegressionTest Begin { get; } = new()
    {
        LogStakes = [.. Factors.Select(_ => Math.Log((1 - Reserve) / Factors.Length))],
        LogReserve = Math.Log(Reserve),
    };

    /// <summary>All that was observed.</summary>
    public Tally Old { get; private init; }

    /// <inheritdoc cref="Old"/>
    public Tally New { get; private init; }

    /// <summary>The most money that the player ever had; it decides, so that a verdict never comes undone.</summary>
    public double Peak { get; private init; } = 1;

    /// <summary>The player's money now: 1 at the start, more the better the bets were.</summary>
    public double Evidence => Math.Exp(LogSum.Of([.. LogStakes, LogReserve]));

    private ImmutableArray<double> LogStakes { get; init; }

    private double LogReserve { get; init; }

    /// <summary>A batch without failures, or in which only one version was asked, says nothing and costs nothing.</summary>
    /// <remarks>
    /// What is compared is within batches only, so batches of a few requests waste evidence and single requests all of it: let them
    /// have fifty or more, cut by time or by requests.
    /// </remarks>
    public RegressionTest Observe(Tally old, Tally @new)
    {
        var observed = this with { Old = Old + old, New = New + @new };
        var batch = new BatchOdds(old, @new);
        return batch.Tells ? observed.Bet(batch) : observed;
    }

    /// <summary>
    /// Brings half of the reserve into play, at the start of each step after the first: what was lost while the version was sound
    /// then does not blind the test to what a higher weight does. Never changes <see cref="Evidence"/>.
    /// </summary>
    public RegressionTest Renew()
    {
        var half = LogReserve - Math.Log(2);
        var share = half - Math.Log(Factors.Length);
        return this with { LogStakes = [.. LogStakes.Select(stake => LogSum.Of([stake, share]))], LogReserve = half };
    }

    /// <summary>Whether the new version fails more often, with a chance of at most <paramref name="alpha"/> to say so of a sound one.</summary>
    public bool Rejects(double alpha) => Peak >= 1 / alpha;

    private RegressionTest Bet(BatchOdds batch)
    {
        Span<double> money = stackalloc double[LogStakes.Length + 1];
        for (var index = 0; index < LogStakes.Length; index++)
            money[index] = LogStakes[index] + batch.LogLikelihoodRatio(Factors[index]);
        money[^1] = LogReserve;
        return this with { LogStakes = [.. money[..^1]], Peak = Math.Max(Peak, Math.Exp(LogSum.Of(money))) };
    }
}
