using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Domain.Traffic;

/// <summary>
/// The observed share of requests against the weight that was written: before it agrees, no sample counts. A weight that reads
/// back is not yet a weight that takes effect.
/// </summary>
public static class ShareRule
{
    /// <param name="weight">Percent of traffic that the new version should have.</param>
    /// <param name="before">Percent that it had before the write; the weight itself to watch one that stands.</param>
    /// <param name="toNew">Requests to the new version since the write was read back.</param>
    /// <param name="toAll">Requests to both.</param>
    /// <param name="confidence">Of the interval. Asked again and again, it needs to be high: each time is a chance to be wrong.</param>
    public static ShareDecision Judge(int weight, int before, long toNew, long toAll, double confidence = 0.9999)
    {
        var interval = WilsonInterval.Of(toNew, toAll, confidence);
        var observed = toAll == 0
            ? $"no requests, weight {weight} %"
            : $"{toNew} of {toAll} requests ({100.0 * toNew / toAll:0.##} %, between {interval.Low * 100:0.##} and {interval.High * 100:0.##} %), "
                + $"weight {weight} %";
        if (!interval.Holds(weight / 100.0))
            return new ShareDiffers($"{observed}.");
        // Of a weight that stands there is nothing to be told from; some requests must have been seen all the same.
        if (toAll > 0 && (weight == before || !interval.Holds(before / 100.0)))
            return new ShareAgrees($"{observed}.");
        var needed = Math.Max(toAll + 1, Needed(weight, before, confidence));
        return new ShareUnknown($"{observed}; about {needed} requests can tell it from {before} %.", needed);
    }

    /// <summary>As many requests as an interval around the weight needs to leave out the weight before.</summary>
    public static long Needed(int weight, int before, double confidence = 0.9999)
    {
        if (weight == before)
            return 1;
        var requests = 1L;
        while (Reaches(requests))
            requests *= 2;
        var (low, high) = (requests / 2, requests);
        while (low + 1 < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Reaches(middle) ? (middle, high) : (low, middle);
        }

        return high;

        // Of a whole number of requests, the one on the side of the weight before.
        bool Reaches(long trials) => WilsonInterval
            .Of(weight > before ? trials * weight / 100 : ((trials * weight) + 99) / 100, trials, confidence)
            .Holds(before / 100.0);
    }
}
