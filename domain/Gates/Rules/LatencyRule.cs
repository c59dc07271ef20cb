using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Gates.Rules;

/// <param name="Percentile">As in 95.</param>
/// <param name="Requests">That the percentile was taken over.</param>
public sealed record LatencySample(int Percentile, double Milliseconds, long Requests);

public static class LatencyRule
{
    public static Verdict Judge(LatencySample sample, int limitMilliseconds, EvidenceFloor floor)
    {
        if (sample.Requests == 0)
            return Verdict.Inconclusive("No data: no requests.");
        if (!double.IsFinite(sample.Milliseconds) || sample.Milliseconds < 0)
            return Verdict.Errored($"Not readable: p{sample.Percentile} is {sample.Milliseconds}.");
        var measured = $"p{sample.Percentile} is {sample.Milliseconds:0} ms over {sample.Requests} requests, limit {limitMilliseconds} ms";
        if (sample.Requests < floor.Requests)
            return Verdict.Inconclusive($"{measured}; {floor.Requests} requests are needed.");
        return sample.Milliseconds > limitMilliseconds ? Verdict.Failed($"{measured}.") : Verdict.Passed($"{measured}.");
    }
}
