using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Arm.Metrics;
using ReleaseInfra.Rehearsal.Ingress;
using ReleaseInfra.Rehearsal.Telemetry;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Rehearsal.Tests.Telemetry;

public sealed class RequestLedgerTests
{
    private const string Blue = "web--blue";
    private const string Green = "web--green";
    private const string AppId = "/subscriptions/s/resourceGroups/g/providers/Microsoft.App/containerApps/WEB";

    private ManualTime _time = null!;
    private RequestLedger _ledger = null!;
    private DateTimeOffset _start;

    [SetUp]
    public void Open()
    {
        _time = new ManualTime();
        _ledger = new RequestLedger(_time, new MetricLevels(_time), (app, path) => app == "web" && path == "/api/health");
        _start = _time.GetUtcNow();
    }

    [Test]
    public async Task Requests_AreByMinuteRevisionAndCategory()
    {
        See(Blue, 200, 201, 301, 404);
        See(Green, 500);
        _time.Advance(TimeSpan.FromSeconds(70));
        See(Green, 200, 503);

        Assert.That(
            from sample in await ReadAsync("Requests")
            group sample.Total by ((sample.Time - _start).TotalMinutes, sample.Dimensions["revisionName"], sample.Dimensions["statusCodeCategory"]) into alike
            orderby alike.Key
            select (alike.Key, alike.Sum()),
            Is.EqualTo(new[]
            {
                ((0d, Blue, "2xx"), 2d), ((0, Blue, "3xx"), 1), ((0, Blue, "4xx"), 1), ((0, Green, "5xx"), 1),
                ((1, Green, "2xx"), 1), ((1, Green, "5xx"), 1),
            }));
    }

    [Test]
    public async Task Requests_OfNoVersion_AreInNoMetric()
    {
        See("", 503);

        Assert.That(await ReadAsync("Requests"), Is.Empty);
        Assert.That(_ledger.All.Read("web", _start, _start.AddMinutes(1), withHealth: true).Single().Sum.Failures, Is.EqualTo(1));
    }

    [Test]
    public async Task ResponseTime_IsInMillisecondsAndNotByRevision()
    {
        See(Blue, 200, TimeSpan.FromMilliseconds(10));
        See(Blue, 200, TimeSpan.FromMilliseconds(30));

        var sample = (await ReadAsync("ResponseTime")).Single();
        Assert.That((sample.Total, sample.Count, sample.Minimum, sample.Maximum), Is.EqualTo((40d, 2L, 10d, 30d)));
        Assert.That(sample.Dimensions.Keys, Is.EquivalentTo(new[] { "statusCode", "statusCodeCategory" }));
    }

    [Test]
    public async Task Indexed_AreTheRevisionsSeen()
    {
        See(Blue, 200, 500);
        See(Green, 200);

        Assert.That(
            await ((IMetricSource)_ledger).IndexedAsync(AppId, "Requests", "revisionName", default), Is.EquivalentTo(new[] { Blue, Green }));
    }

    [Test]
    public async Task Hidden_TellsNothingNew_AndKeepsAllForTheReport()
    {
        See(Blue, 200);
        _time.Advance(TimeSpan.FromMinutes(2));
        _ledger.Hidden = true;
        See(Blue, 200);

        Assert.That((await ReadAsync("Requests")).Select(sample => sample.Time), Is.EqualTo(new[] { _start }));
        Assert.That(_ledger.Told.NewestOf("web", withHealth: false), Is.EqualTo(_start));
        Assert.That(_ledger.All.NewestOf("web", withHealth: false), Is.EqualTo(_start.AddMinutes(2)));

        _ledger.Hidden = false;
        Assert.That(await ReadAsync("Requests"), Has.Length.EqualTo(2));
    }

    [Test]
    public void Read_SumsByVersionOverTheMinutesAskedFor()
    {
        See(Blue, 200, 200, 500);
        _time.Advance(TimeSpan.FromMinutes(1));
        See(Blue, 200, TimeSpan.FromMilliseconds(100));
        See(Green, 200);
        _time.Advance(TimeSpan.FromMinutes(1));
        See(Blue, 500);

        var read = _ledger.All.Read("web", _start, _start.AddMinutes(2), withHealth: false);

        Assert.That(
            read.Select(version => (version.Version, version.Sum.Requests, version.Sum.Failures, version.Sum.Newest)),
            Is.EqualTo(new[] { (Blue, 4L, 1L, _start.AddMinutes(1)), (Green, 1L, 0L, _start.AddMinutes(1)) }));
        Assert.That(read[0].Sum.Latencies.Percentile(100)!.Value.TotalMilliseconds, Is.InRange(100, 107));
    }

    [Test]
    public void Read_WithoutHealth_LeavesItsPathOut()
    {
        See(Blue, 200);
        _ledger.Saw(Request(Blue, 503) with { Path = "/api/health" });

        Assert.That(_ledger.All.Read("web", _start, _start.AddMinutes(1), withHealth: false).Single().Sum.Requests, Is.EqualTo(1));
        Assert.That(_ledger.All.Read("web", _start, _start.AddMinutes(1), withHealth: true).Single().Sum.Requests, Is.EqualTo(2));
    }

    [Test]
    public void ByMinute_IsTheWholeSeries()
    {
        See(Green, 200);
        See(Blue, 500);
        _time.Advance(TimeSpan.FromMinutes(3));
        See(Blue, 200);

        Assert.That(
            _ledger.All.ByMinute("web", withHealth: false).Select(minute => (minute.Minute, minute.Version, minute.Sum.Requests, minute.Sum.Failures)),
            Is.EqualTo(new[]
            {
                (_start, Blue, 1L, 1L), (_start, Green, 1, 0), (_start.AddMinutes(3), Blue, 1, 0),
            }));
    }

    [Test]
    public void Read_OfAnotherApp_IsNothing()
    {
        See(Blue, 200);

        Assert.That(_ledger.All.Read("api", _start, _start.AddMinutes(1), withHealth: true), Is.Empty);
        Assert.That(_ledger.All.NewestOf("api", withHealth: true), Is.Null);
    }

    [Test]
    public void Saw_FromManyThreads_LosesNothing()
    {
        Parallel.For(0, 10_000, number => _ledger.Saw(Request(number % 2 == 0 ? Blue : Green, 200)));

        Assert.That(
            _ledger.All.Read("web", _start, _start.AddMinutes(1), withHealth: true).Select(version => version.Sum.Requests),
            Is.EqualTo(new[] { 5000, 5000 }));
    }

    private void See(string version, params int[] statuses)
    {
        foreach (var status in statuses)
            _ledger.Saw(Request(version, status));
    }

    private void See(string version, int status, TimeSpan took) => _ledger.Saw(Request(version, status) with { Took = took });

    private SeenRequest Request(string version, int status) =>
        new("web", version, "web.example", "/", _time.GetUtcNow(), TimeSpan.FromMilliseconds(5), status, IsOfFault: false);

    private Task<ImmutableArray<MetricSample>> ReadAsync(string metric) =>
        ((IMetricSource)_ledger).ReadAsync(new MetricRange(AppId, metric, _start, _start.AddHours(1)), default);
}
