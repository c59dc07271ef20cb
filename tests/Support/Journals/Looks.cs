using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Regressions;
using ReleaseInfra.Domain.Gates.Rules;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Tests.Support.Journals;

/// <summary>Looks of gates, of every kind of measurement and of reading.</summary>
public static class Looks
{
    // Between two milliseconds, as a real clock stands.
    public static readonly DateTimeOffset Now = Beginnings.Noon.AddTicks(1_234_567);

    public static readonly TimeSpan Oldest = TimeSpan.FromSeconds(60);

    private static readonly EvidenceFloor Floor = new(5, 100);
    private static readonly RegressionTerms Terms = new(0.05, 0.001);

    private static readonly SmokeExpectation Expected = new(
        "GET /api/orders",
        200,
        ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal,
            new[] { KeyValuePair.Create("cache-control", "no-store"), KeyValuePair.Create("x-version", "v1.2.3") }),
        "<h1>Orders</h1>",
        TimeSpan.FromMilliseconds(500));

    public static ErrorRateNumbers Errors(long requests, long failures, decimal limitPercent = 5) =>
        new(new Tally(requests, failures), limitPercent, Floor);

    public static IEnumerable<GateNumbers> AllNumbers { get; } =
    [
        new HealthNumbers(new HealthAnswered(200)),
        new HealthNumbers(new HealthAnswered(503)),
        new HealthNumbers(new HealthUnanswered(TimeSpan.FromTicks(12_345_678), "connection refused")),
        new UnresponsiveNumbers([new HealthAnswered(500), new HealthUnanswered(TimeSpan.FromSeconds(2), "timed out")]),
        new UnresponsiveNumbers([new HealthUnanswered(TimeSpan.FromSeconds(2), "timed out"), new HealthUnanswered(TimeSpan.FromSeconds(2), "reset")]),
        Errors(1000, 10),
        Errors(1000, 51, 4.75m),
        Errors(0, 0),
        new LatencyNumbers(new LatencySample(95, 1234.5678901234567, 1000), 2000, Floor),
        new LatencyNumbers(new LatencySample(95, double.NaN, 1000), 2000, Floor),
        new LevelNumbers(new Level("database CPU", 81.25, "%"), 80),
        new LevelNumbers(new Level("restarts", double.PositiveInfinity, ""), 0),
        SmokeNumbers.Of(Expected, Answer(200, "no-store", "v1.2.3", "<html><h1>Orders</h1></html>")),
        SmokeNumbers.Of(Expected, Answer(200, "no-store", "v1.2.2", "<html><h1>Secret</h1></html>")),
        new OldAndNew(new Tally(900, 9), new Tally(100, 1), Renews: false, Terms, Floor),
        new OldAndNew(new Tally(900, 9), new Tally(100, 60), Renews: true, Terms, Floor),
        new BaselineAndNew(new Tally(800, 8), new Tally(100, 1), new Tally(100, 2), Renews: false, Terms, Floor),
        new GivenVerdict(Verdict.Inconclusive("The webhook answered 'not yet'.")),
    ];

    public static IEnumerable<Look> All { get; } =
    [
        .. AllNumbers.Select(At),
        new Look(Now, Oldest, new Measured<GateNumbers>(Errors(1000, 10), Now - TimeSpan.FromMinutes(2))),
        new Look(Now, Oldest, new Measured<GateNumbers>(Errors(1000, 10), Now - Oldest - TimeSpan.FromTicks(1))),
        new Look(Now, Oldest, new PartlyMeasured<GateNumbers>(Errors(1000, 10), Now, "2 of 5 replicas did not answer")),
        new Look(Now, Oldest, new NothingMeasured<GateNumbers>("the query gave no rows")),
        new Look(Now, Oldest, new Unreadable<GateNumbers>("429 Too Many Requests")),
    ];

    public static Look At(GateNumbers numbers) => new(Now, Oldest, new Measured<GateNumbers>(numbers, Now - TimeSpan.FromSeconds(5)));

    private static SmokeAnswer Answer(int status, string cache, string version, string body) => new(
        status,
        [
            KeyValuePair.Create("Set-Cookie", "session=secret"),
            KeyValuePair.Create("Cache-Control", cache),
            KeyValuePair.Create("X-Version", version),
        ],
        body,
        TimeSpan.FromMilliseconds(123.4567));
}
