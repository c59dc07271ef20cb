using System.Collections.Immutable;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Gates.Rules;

/// <param name="Request">As in <c>GET /api/orders</c>.</param>
/// <param name="Headers">Names in any case, values exact.</param>
/// <param name="BodyHolds">Empty for any body.</param>
public sealed record SmokeExpectation(
    string Request,
    int Status,
    ImmutableSortedDictionary<string, string> Headers,
    string BodyHolds,
    TimeSpan Latency)
{
    public static SmokeExpectation Of(SmokeTestSettings test) => new(test.Request, test.Status, test.Headers, test.BodyHolds, test.Within);
}

public sealed record SmokeAnswer(int Status, ImmutableArray<KeyValuePair<string, string>> Headers, string Body, TimeSpan Latency);

public static class SmokeRule
{
    /// <summary>The body is never quoted: what a page shows is not for a journal.</summary>
    public static Verdict Judge(SmokeExpectation expected, SmokeAnswer answer)
    {
        string[] wrong = [.. Differences(expected, answer)];
        return wrong.Length == 0
            ? Verdict.Passed($"{expected.Request} answered {answer.Status} in {answer.Latency.TotalMilliseconds:0} ms.")
            : Verdict.Failed($"{expected.Request}: {string.Join("; ", wrong)}.");
    }

    private static IEnumerable<string> Differences(SmokeExpectation expected, SmokeAnswer answer)
    {
        if (answer.Status != expected.Status)
            yield return $"status {answer.Status}, expected {expected.Status}";
        foreach (var (name, value) in expected.Headers)
        {
            var given = answer.Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).ToArray();
            if (given.Length == 0)
                yield return $"no header {name}, expected '{value}'";
            else if (Array.TrueForAll(given, header => header.Value != value))
                yield return $"header {name} is not '{value}'";
        }

        if (!answer.Body.Contains(expected.BodyHolds, StringComparison.Ordinal))
            yield return $"the body does not hold '{expected.BodyHolds}'";
        if (answer.Latency > expected.Latency)
            yield return $"{answer.Latency.TotalMilliseconds:0} ms, limit {expected.Latency.TotalMilliseconds:0} ms";
    }
}
