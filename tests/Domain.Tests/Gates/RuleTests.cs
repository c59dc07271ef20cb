using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates.Rules;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Domain.Statistics;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Domain.Tests.Gates;

public sealed class RuleTests
{
    private static readonly EvidenceFloor Floor = new(5, 100);

    private static readonly SmokeExpectation Orders = new(
        "GET /api/orders",
        200,
        ImmutableSortedDictionary<string, string>.Empty.Add("Content-Type", "application/json"),
        "orders",
        TimeSpan.FromSeconds(1));

    [TestCase(1000, 50, Outcome.Passed, "50 of 1000 requests failed (5 %), limit 5 %.")]
    [TestCase(1000, 51, Outcome.Failed, "51 of 1000 requests failed (5.1 %), limit 5 %.")]
    [TestCase(100, 0, Outcome.Passed, "0 of 100 requests failed (0 %), limit 5 %.")]
    [TestCase(99, 0, Outcome.Inconclusive, "0 of 99 requests failed (0 %), limit 5 %; 100 requests are needed.")]
    [TestCase(10, 1, Outcome.Inconclusive, "1 of 10 requests failed (10 %), limit 5 %; 100 requests are needed.")]
    [TestCase(5, 5, Outcome.Failed, "5 of 5 requests failed (100 %), limit 5 %; few requests, and no doubt.")]
    [TestCase(0, 0, Outcome.Inconclusive, "No data: no requests.")]
    public void ErrorRate(long requests, long failures, Outcome outcome, string message) =>
        Assert.That(ErrorRateRule.Judge(new Tally(requests, failures), 5, Floor), Is.EqualTo(new Verdict(outcome, message)));

    [TestCase(2000, 100, Outcome.Passed, "p95 is 2000 ms over 100 requests, limit 2000 ms.")]
    [TestCase(2001, 100, Outcome.Failed, "p95 is 2001 ms over 100 requests, limit 2000 ms.")]
    [TestCase(2001, 99, Outcome.Inconclusive, "p95 is 2001 ms over 99 requests, limit 2000 ms; 100 requests are needed.")]
    [TestCase(0, 0, Outcome.Inconclusive, "No data: no requests.")]
    [TestCase(double.NaN, 100, Outcome.Errored, "Not readable: p95 is NaN.")]
    [TestCase(double.PositiveInfinity, 100, Outcome.Errored, "Not readable: p95 is Infinity.")]
    [TestCase(-1, 100, Outcome.Errored, "Not readable: p95 is -1.")]
    public void Latency(double milliseconds, long requests, Outcome outcome, string message) =>
        Assert.That(LatencyRule.Judge(new LatencySample(95, milliseconds, requests), 2000, Floor), Is.EqualTo(new Verdict(outcome, message)));

    [TestCase("database CPU", 80, "%", Outcome.Passed, "database CPU is 80 %, limit 80 %.")]
    [TestCase("database CPU", 80.5, "%", Outcome.Failed, "database CPU is 80.5 %, limit 80 %.")]
    [TestCase("queue depth", 1000, "", Outcome.Failed, "queue depth is 1000, limit 80.")]
    [TestCase("queue depth", double.NaN, "", Outcome.Errored, "Not readable: queue depth is NaN.")]
    public void Level(string name, double value, string unit, Outcome outcome, string message) =>
        Assert.That(LevelRule.Judge(new Level(name, value, unit), 80), Is.EqualTo(new Verdict(outcome, message)));

    [TestCase(200, Outcome.Passed, "The health check answered 200.")]
    [TestCase(299, Outcome.Passed, "The health check answered 299.")]
    [TestCase(301, Outcome.Failed, "The health check answered 301, not 200 to 299.")]
    [TestCase(503, Outcome.Failed, "The health check answered 503, not 200 to 299.")]
    public void Health_Answered(int status, Outcome outcome, string message) =>
        Assert.That(HealthRule.Judge(new HealthAnswered(status)), Is.EqualTo(new Verdict(outcome, message)));

    [Test]
    public void Health_Unanswered() => Assert.That(
        HealthRule.Judge(new HealthUnanswered(TimeSpan.FromSeconds(2.5), "connection refused")),
        Is.EqualTo(Verdict.Failed("The health check was not answered within 2.5 s: connection refused.")));

    [TestCase("aa", Outcome.Passed, "2 of 2 tries were answered.")]
    [TestCase("ua", Outcome.Passed, "1 of 2 tries were answered.")]
    [TestCase("uu", Outcome.Failed, "The service is unresponsive: 0 of 2 tries were answered.")]
    [TestCase("u", Outcome.Inconclusive, "0 of 1 tries were answered; 2 tries are needed.")]
    [TestCase("", Outcome.Inconclusive, "0 of 0 tries were answered; 2 tries are needed.")]
    public void Unresponsive(string tries, Outcome outcome, string message) => Assert.That(
        UnresponsiveRule.Judge([.. tries.Select(answer => answer == 'a' ? new HealthAnswered(503) : (HealthAnswer)new HealthUnanswered(TimeSpan.FromSeconds(2), "timed out"))]),
        Is.EqualTo(new Verdict(outcome, message)));

    [Test]
    public void Smoke_ExpectsWhatTheSettingsSay()
    {
        var headers = SettingsFixtures.NoVariables.Add("Content-Type", "text/html");
        var test = new SmokeTestSettings(SmokeMethod.Head, "/login?next=%2F", 401, headers, "", TimeSpan.FromSeconds(3));

        Assert.That(
            SmokeExpectation.Of(test),
            Is.EqualTo(new SmokeExpectation("HEAD /login?next=%2F", 401, headers, "", TimeSpan.FromSeconds(3))));
    }

    [Test]
    public void Smoke_AsExpected() => Assert.That(
        SmokeRule.Judge(Orders, Answer(200, "application/json", "{\"orders\":[]}", 120)),
        Is.EqualTo(Verdict.Passed("GET /api/orders answered 200 in 120 ms.")));

    [TestCase(500, "application/json", "orders", 100, "GET /api/orders: status 500, expected 200.")]
    [TestCase(200, "text/html", "orders", 100, "GET /api/orders: header Content-Type is not 'application/json'.")]
    [TestCase(200, null, "orders", 100, "GET /api/orders: no header Content-Type, expected 'application/json'.")]
    [TestCase(200, "application/json", "secret", 100, "GET /api/orders: the body does not hold 'orders'.")]
    [TestCase(200, "application/json", "orders", 1001, "GET /api/orders: 1001 ms, limit 1000 ms.")]
    [TestCase(404, "application/json", "", 1001, "GET /api/orders: status 404, expected 200; the body does not hold 'orders'; 1001 ms, limit 1000 ms.")]
    public void Smoke_NotAsExpected(int status, string? contentType, string body, int milliseconds, string message) =>
        Assert.That(SmokeRule.Judge(Orders, Answer(status, contentType, body, milliseconds)), Is.EqualTo(Verdict.Failed(message)));

    private static SmokeAnswer Answer(int status, string? contentType, string body, int milliseconds) => new(
        status,
        contentType is null ? [] : [new KeyValuePair<string, string>("content-type", contentType)],
        body,
        TimeSpan.FromMilliseconds(milliseconds));
}
