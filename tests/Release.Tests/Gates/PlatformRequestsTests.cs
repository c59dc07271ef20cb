using ReleaseInfra.Cli.Gates;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Statistics;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Release.Tests.Azure;

namespace ReleaseInfra.Release.Tests.Gates;

/// <summary>Requests by revision from the metrics of the served Azure, batch by batch.</summary>
public sealed class PlatformRequestsTests
{
    private MeasuredAzure _measured = null!;
    private LiveAzure _live = null!;
    private OwnRequests _own = null!;
    private DateTimeOffset _start;
    private RequestProbe _probe = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _measured = new MeasuredAzure();
        _live = await LiveAzure.OpenAsync(metrics: _measured);
        await _live.PutAppAsync("v1");
        _own = new OwnRequests();
        _start = WindowTerms.FirstAfter(_live.Time.GetUtcNow());
        _live.Time.Advance(_start - _live.Time.GetUtcNow());
        _probe = new RequestProbe(
            new PlatformRequests(_live.Azure.Metrics, _live.App, _own),
            new WindowTerms(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3)),
            _start,
            _live.Time);
    }

    [TearDown]
    public async Task CloseAsync() => await _live.DisposeAsync();

    [Test]
    public async Task Look_BeforeAWindowCloses_IsNoData()
    {
        Measure(0, 4);
        _live.Time.Advance(TimeSpan.FromMinutes(4));

        Assert.That(await _probe.LookAsync(default), Is.EqualTo(
            new NothingMeasured<RequestBatch>($"no window has closed since {_start:HH:mm:ss} UTC")));
        Assert.That(_live.Log.Of("/metrics"), Is.Empty);
    }

    [Test]
    public async Task Look_CountsEachVersion_AndFailuresByCategory()
    {
        Measure(0, 5);
        _measured.Requests(_start.AddSeconds(30), "web--v2", "4xx", 3);
        _measured.Requests(_start.AddSeconds(90), "web--v2", "5xx", 2);
        _measured.Requests(_start.AddSeconds(100), "web--v2", "other", 1);
        _live.Time.Advance(TimeSpan.FromMinutes(5));

        var batch = await BatchAsync();

        Assert.That((batch.From, batch.Until), Is.EqualTo((_start, _start.AddMinutes(2))));
        Assert.That(batch.Find("web--v1"), Is.EqualTo(new Tally(180, 0)));
        Assert.That(batch.Find("WEB--V2"), Is.EqualTo(new Tally(26, 3)));
    }

    [Test]
    public async Task Look_AgainAndAgain_CountsEveryRequestOnce()
    {
        var sum = default(Tally);
        for (var minute = 0; minute < 30; minute++)
        {
            Measure(minute, minute + 1);
            // Looks come at uneven times, and some data come late.
            _live.Time.Advance(TimeSpan.FromSeconds(minute % 3 == 0 ? 95 : 43));
            if (await _probe.LookAsync(default) is Measured<RequestBatch> { Value: var batch })
                sum += batch.Find("web--v1")!.Value;
        }

        var minutes = (_probe.From - _start).TotalMinutes;
        Assert.That(minutes, Is.GreaterThan(10));
        Assert.That(sum.Requests, Is.EqualTo(90 * minutes));
    }

    [Test]
    public async Task Look_DataEndWithinTheWindow_EndsTheBatchBeforeTheNewestMinute()
    {
        Measure(0, 3);
        _live.Time.Advance(TimeSpan.FromMinutes(10));

        var reading = (Measured<RequestBatch>)await _probe.LookAsync(default);

        Assert.That((reading.Value.Until, reading.At), Is.EqualTo((_start.AddMinutes(2), _start.AddMinutes(2))));
        Assert.That(reading.Value.Find("web--v1"), Is.EqualTo(new Tally(180, 0)));
        Assert.That(
            Readings.Judge(reading, _live.Time.GetUtcNow(), TimeSpan.FromMinutes(5), _ => Verdict.Passed("")).Message,
            Is.EqualTo("Stale data: 480 s old, at most 300 s are taken."));

        // What came late is in the next batch, whole.
        Measure(3, 8);
        Assert.That((await BatchAsync()).Find("web--v1"), Is.EqualTo(new Tally(450, 0)));
    }

    [Test]
    public async Task Look_NothingBeyondTheFirstMinute_IsNoData()
    {
        Measure(0, 1);
        _live.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.That(await _probe.LookAsync(default), Is.EqualTo(
            new NothingMeasured<RequestBatch>($"Azure has nothing newer than {_start:HH:mm:ss} UTC")));
        Assert.That(_probe.From, Is.EqualTo(_start));
    }

    [Test]
    public async Task Look_NoSeries_IsNoData()
    {
        _live.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.That(await _probe.LookAsync(default), Is.EqualTo(
            new NothingMeasured<RequestBatch>($"Azure has no requests from {_start:HH:mm:ss} to {_start.AddMinutes(2):HH:mm:ss} UTC")));
    }

    [Test]
    public async Task Look_RevisionNotIndexedYet_HasNoData_AndTheOthersHave()
    {
        for (var minute = 0; minute < 5; minute++)
            _measured.Requests(_start.AddMinutes(minute), "web--v1", "2xx", 90);
        _live.Fail("metrics.list", new RevisionNotIndexed("web--v2"), times: 10);
        _live.Time.Advance(TimeSpan.FromMinutes(5));

        var reading = await _probe.LookAsync(default);

        Assert.That(RequestBatch.Of(reading, "web--v1"), Is.TypeOf<Measured<Tally>>());
        Assert.That(RequestBatch.Of(reading, "web--v2"), Is.EqualTo(new NothingMeasured<Tally>("no requests of web--v2 are known")));
    }

    [Test]
    public async Task Look_AzureDoesNotAnswer_IsUnreadable_AndNothingIsLost()
    {
        Measure(0, 9);
        _live.Time.Advance(TimeSpan.FromMinutes(5));
        _live.Fail("metrics.list", new ServerError(), times: 1000);

        Assert.That(((Unreadable<RequestBatch>)await _probe.LookAsync(default)).Error, Does.StartWith("Azure refused GET ").And.Contain("500"));

        _live.Server.Faults.Clear();
        Assert.That((await BatchAsync()).From, Is.EqualTo(_start));
    }

    [Test]
    public async Task Look_NotANumber_IsUnreadable()
    {
        Measure(0, 5);
        _measured.Requests(_start.AddMinutes(1), "web--v3", "2xx", -1);
        _live.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.That(await _probe.LookAsync(default), Is.EqualTo(new Unreadable<RequestBatch>("a count of requests is -1")));
    }

    [Test]
    public async Task Look_LeavesOutWhatTheProbesAsked()
    {
        Measure(0, 5);
        _measured.Requests(_start.AddSeconds(90), "web--v2", "5xx", 2);
        foreach (var second in (int[])[5, 65, 119])
            _own.Record("web--V2", _start.AddSeconds(second), 200);
        _own.Record("web--v2", _start.AddSeconds(95), 503);
        _own.Record("web--v2", _start.AddSeconds(120), 503);
        _live.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.That((await BatchAsync()).Find("web--v2"), Is.EqualTo(new Tally(22 - 4, 2 - 1)));
    }

    [Test]
    public async Task Look_GoesOnWhereAnotherEnded()
    {
        Measure(0, 12);
        _live.Time.Advance(TimeSpan.FromMinutes(12));
        var later = new RequestProbe(
            new PlatformRequests(_live.Azure.Metrics, _live.App, _own),
            new WindowTerms(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3)),
            _start.AddMinutes(7),
            _live.Time);

        var batch = ((Measured<RequestBatch>)await later.LookAsync(default)).Value;

        Assert.That((batch.From, batch.Until), Is.EqualTo((_start.AddMinutes(7), _start.AddMinutes(9))));
    }

    private void Measure(int from, int until)
    {
        for (var minute = from; minute < until; minute++)
        {
            _measured.Requests(_start.AddMinutes(minute).AddSeconds(10), "web--v1", "2xx", 90);
            _measured.Requests(_start.AddMinutes(minute).AddSeconds(20), "web--v2", "2xx", 10);
        }
    }

    private async Task<RequestBatch> BatchAsync() => ((Measured<RequestBatch>)await _probe.LookAsync(default)).Value;
}
