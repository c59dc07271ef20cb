using System.Collections.Immutable;

namespace ReleaseInfra.Rehearsal.Load;

/// <summary>Of a load so far. Times are those of whole answers, from the moment in which their request was due: a millisecond or two is pacing.</summary>
/// <param name="Sent">The answered, the lost, and those under way.</param>
/// <param name="Answered">Whole, by a version, failures included.</param>
/// <param name="Failed">Of the answered: 500 and above.</param>
/// <param name="Lost">No whole answer (refused, reset, broken off, out of patience), or one that the ingress itself made.</param>
/// <param name="P50">Percentiles are at most 1.6% too high, and never too low; zero without an answer.</param>
/// <param name="Lag">How late the latest request was sent: by then the generator was that far behind.</param>
/// <param name="FirstLost">Up to 20, in the order in which they were given up.</param>
public sealed record LoadFigures(
    long Sent,
    long Answered,
    long Failed,
    long Lost,
    TimeSpan P50,
    TimeSpan P95,
    TimeSpan P99,
    TimeSpan Longest,
    TimeSpan Lag,
    TimeSpan LongestLag,
    ImmutableArray<LostRequest> FirstLost)
{
    public long UnderWay => Sent - Answered - Lost;
}
