using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;

namespace ReleaseInfra.Domain.Journal.Numbers;

/// <summary>A smoke test's answer without what a page shows: neither bodies nor unexpected headers are for a journal.</summary>
public sealed record SmokeNumbers : GateNumbers
{
    /// <param name="headers">Of those expected, in the answer's order.</param>
    public SmokeNumbers(
        SmokeExpectation expected, int status, ImmutableArray<HeaderMatch> headers, bool bodyHolds, TimeSpan latency) =>
        (Expected, Status, Headers, BodyHolds, Latency) = (expected, status, headers, bodyHolds, latency);

    public SmokeExpectation Expected { get; }

    public int Status { get; }

    public ImmutableArray<HeaderMatch> Headers { get; }

    public bool BodyHolds { get; }

    public TimeSpan Latency { get; }

    public static SmokeNumbers Of(SmokeExpectation expected, SmokeAnswer answer) => new(
        expected,
        answer.Status,
        [
            .. from header in answer.Headers
               from wanted in expected.Headers
               where wanted.Key.Equals(header.Key, StringComparison.OrdinalIgnoreCase)
               select new HeaderMatch(wanted.Key, header.Value == wanted.Value),
        ],
        answer.Body.Contains(expected.BodyHolds, StringComparison.Ordinal),
        answer.Latency);

    public override Verdict Judge(Comparison before) => SmokeRule.Judge(Expected, new SmokeAnswer(
        Status,
        [.. Headers.Select(header => KeyValuePair.Create(header.Name, Value(header)))],
        BodyHolds ? Expected.BodyHolds : "",
        Latency));

    private string Value(HeaderMatch header) => header.Matches ? Expected.Headers[header.Name] : $"not {Expected.Headers[header.Name]}";
}

/// <param name="Name">As the expectation writes it.</param>
public sealed record HeaderMatch(string Name, bool Matches);
