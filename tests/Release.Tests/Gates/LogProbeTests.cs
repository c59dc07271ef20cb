using System.Text.Json.Nodes;
using ReleaseInfra.Cli.Gates;
using ReleaseInfra.Cli.Gates.Logs;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;
using ReleaseInfra.Domain.Statistics;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Arm.Logs;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Release.Tests.Azure;

namespace ReleaseInfra.Release.Tests.Gates;

/// <summary>What the served logs answer, and what becomes of it.</summary>
public sealed class LogProbeTests
{
    private static readonly string[] RequestColumns = ["revision string", "requests long", "failures long", "newest datetime", "closed datetime"];
    private static readonly string[] LatencyColumns = ["revision string", "requests long", "milliseconds real", "newest datetime"];
    private static readonly string[] DepthColumns = ["minute datetime", "depth real", "newest datetime"];

    private MeasuredAzure _measured = null!;
    private LiveAzure _live = null!;
    private TelemetryOf _service = null!;
    private DateTimeOffset _start;

    [SetUp]
    public async Task OpenAsync()
    {
        _measured = new MeasuredAzure();
        _live = await LiveAzure.OpenAsync(logs: _measured);
        await _live.PutAsync("azure-native:operationalinsights:Workspace", ("workspaceName", "logs"), ("location", "westeurope"));
        var workspace = await _live.Embedded.Resources.GetAsync(_live.Id("Microsoft.OperationalInsights/workspaces/logs"), default);
        _service = new TelemetryOf(Guid.Parse((string)workspace.Outputs["customerId"]), "web", "/healthz");
        _start = WindowTerms.FirstAfter(_live.Time.GetUtcNow());
        _live.Time.Advance(_start.AddMinutes(5) - _live.Time.GetUtcNow());
    }

    [TearDown]
    public async Task CloseAsync() => await _live.DisposeAsync();

    [Test]
    public async Task Requests_CountsEachVersion()
    {
        _measured.Rows(RequestColumns, ["web--v1", 90, 1, At(4), At(2)], ["web--v2", 10, 0, At(4), At(2)]);

        var reading = (Measured<RequestBatch>)await Requests().LookAsync(default);

        Assert.That((reading.Value.From, reading.Value.Until, reading.At), Is.EqualTo((_start, _start.AddMinutes(2), _start.AddMinutes(2))));
        Assert.That(reading.Value.Find("web--v1"), Is.EqualTo(new Tally(90, 1)));
        Assert.That(reading.Value.Find("web--v2"), Is.EqualTo(new Tally(10, 0)));
        Assert.That(_measured.Asked!.Timespan, Is.EqualTo($"{_start:yyyy-MM-ddTHH:mm:ssZ}/{_start.AddMinutes(62):yyyy-MM-ddTHH:mm:ssZ}"));
    }

    [Test]
    public async Task Requests_DataFromTheFuture_CloseNothing()
    {
        _measured.Rows(RequestColumns, ["web--v1", 90, 1, At(30), At(2)]);
        var probe = Requests();

        Assert.That(((PartlyMeasured<RequestBatch>)await probe.LookAsync(default)).At, Is.EqualTo(_start.AddMinutes(30)));
        Assert.That(probe.From, Is.EqualTo(_start));
    }

    [TestCase("web--v1", 5, 6, "6 of 5 requests of web--v1 failed")]
    [TestCase("web--v1", -5, 0, "requests is -5, not a count")]
    [TestCase("web--v1", 1.5, 0, "requests is 1.5, not a count")]
    [TestCase("web--v1", null, 0, "requests is null, not a count")]
    public async Task Requests_NotWhatWasAskedFor_IsUnreadable(string revision, object? requests, int failures, string error)
    {
        _measured.Rows(RequestColumns, [revision, Node(requests), failures, At(4), At(2)]);

        Assert.That(await Requests().LookAsync(default), Is.EqualTo(new Unreadable<RequestBatch>(error)));
    }

    [Test]
    public async Task Requests_MissingColumn_IsUnreadable()
    {
        _measured.Rows(["revision string", "requests long"], ["web--v1", 5]);

        Assert.That(await Requests().LookAsync(default), Is.EqualTo(
            new Unreadable<RequestBatch>("the logs' answer has no column failures; it has revision, requests")));
    }

    [Test]
    public async Task Requests_PartialResult_ClosesNothing()
    {
        _measured.Rows(RequestColumns, ["web--v1", 90, 1, At(4), At(2)]);
        _live.Fail("logs.query", new PartialResult());
        var probe = Requests();

        var partly = (PartlyMeasured<RequestBatch>)await probe.LookAsync(default);

        Assert.That(partly.Missing, Is.EqualTo(
            "the logs were searched in part (PartialError: There were some errors when processing your query)"));
        Assert.That(((Measured<RequestBatch>)await probe.LookAsync(default)).Value.From, Is.EqualTo(_start));
    }

    [Test]
    public async Task Latency_OfOneVersion()
    {
        _measured.Rows(LatencyColumns, ["web--v1", 90, 210.5, At(4)], ["web--v2", 10, 430, At(4)]);

        Assert.That(await Latency().LookAsync("WEB--v2", default), Is.EqualTo(
            new Measured<LatencySample>(new LatencySample(95, 430, 10), _start.AddMinutes(4))));
        Assert.That(await Latency().LookAsync("web--v3", default), Is.EqualTo(new NothingMeasured<LatencySample>(
            $"no requests of web--v3 are known from {_start.AddMinutes(-3):HH:mm:ss} to {_start.AddMinutes(2):HH:mm:ss} UTC")));
    }

    [Test]
    public async Task Latency_NotANumber_IsMeasured_AndJudgedAsUnreadable()
    {
        _measured.Rows(LatencyColumns, ["web--v1", 90, "NaN", At(4)]);

        var reading = (Measured<LatencySample>)await Latency().LookAsync("web--v1", default);

        Assert.That(LatencyRule.Judge(reading.Value, 500, new(1, 1)).Outcome, Is.EqualTo(Outcome.Errored));
    }

    private static readonly TestCaseData[] NoRows =
    [
        new TestCaseData(new EmptyResult(), "the logs' answer was empty").SetArgDisplayNames("200 and nothing"),
        new TestCaseData(new NoContent(), "the workspace holds nothing").SetArgDisplayNames("204"),
    ];

    [TestCaseSource(nameof(NoRows))]
    public async Task Latency_NoContent_IsNoData(ArmFault fault, string what)
    {
        _live.Fail("logs.query", fault);

        Assert.That(await Latency().LookAsync("web--v1", default), Is.EqualTo(new NothingMeasured<LatencySample>(what)));
    }

    [Test]
    public async Task Latency_NoRows_IsNoData_AndPartOfNoneIsUnreadable()
    {
        _measured.Rows(LatencyColumns);

        Assert.That(await Latency().LookAsync("web--v1", default), Is.TypeOf<NothingMeasured<LatencySample>>());

        _live.Fail("logs.query", new PartialResult());
        Assert.That(((Unreadable<LatencySample>)await Latency().LookAsync("web--v1", default)).Error, Does.EndWith(", and nothing was found"));
    }

    [Test]
    public async Task Latency_RefusedQuery_IsUnreadable()
    {
        _measured.Logs = new LogQueryRefused("BadArgumentError", "SEM0100");

        Assert.That(((Unreadable<LatencySample>)await Latency().LookAsync("web--v1", default)).Error, Does.Contain("400 BadArgumentError: SEM0100"));
    }

    [Test]
    public async Task Queue_Depth()
    {
        var probe = new LevelProbe(_live.Azure.Metrics, _live.Azure.Revisions, _live.Azure.Logs, _live.Time);
        _measured.Rows(DepthColumns, [At(4), 12.0, At(4)]);

        Assert.That(await probe.LookAsync(new QueueLevel(_service.Workspace, "worker", "queue_depth"), default), Is.EqualTo(
            new Measured<Level>(new Level("queue depth of worker", 12, ""), _start.AddMinutes(4))));
        Assert.That(_measured.Asked!.Query, Is.EqualTo(Kql.Depth("worker", "queue_depth")));
    }

    [TestCase("web", ExpectedResult = "'web'")]
    [TestCase("we'b' | take 1 //", ExpectedResult = @"'we\'b\' | take 1 //'")]
    [TestCase(@"we\", ExpectedResult = @"'we\\'")]
    [TestCase(@"we\'b", ExpectedResult = @"'we\\\'b'")]
    [TestCase("a\nb\tc", ExpectedResult = @"'a\nb\tc'")]
    [TestCase("é", ExpectedResult = "'é'")]
    public string Literal_NeverEndsBeforeItsEnd(string text) => Kql.Literal(text);

    [Test]
    public void Literal_RejectsWhatHasNoEscape() => Assert.That(
        () => Kql.Literal("a\0b"), Throws.ArgumentException.With.Message.StartsWith("A query's text has the control character 0."));

    [Test]
    public void Queries_HoldTheirParametersAsLiterals()
    {
        var window = new Window(_start, _start.AddMinutes(2));
        var hostile = new TelemetryOf(Guid.Empty, "x' or '1'=='1", "/h'");

        Assert.That(Kql.Requests(hostile, window), Does.Contain(
            @"where AppRoleName == 'x\' or \'1\'==\'1' and tostring(parse_url(Url).Path) != '/h\''"));
        Assert.That(Kql.Requests(hostile, window), Does.Contain($"TimeGenerated >= datetime({_start:yyyy-MM-ddTHH:mm:ss}.0000000Z)"));
        Assert.That(Kql.Latency(hostile, window, 95), Does.Contain("percentilew(DurationMs, ItemCount, 95)"));
    }

    private string At(int minutes) => _start.AddMinutes(minutes).ToString("yyyy-MM-ddTHH:mm:ssZ", null);

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        int whole => whole,
        double real => real,
        _ => throw new ArgumentException($"{value} is no number.", nameof(value)),
    };

    private RequestProbe Requests() => new(
        new TelemetryRequests(_live.Azure.Logs, _service), new WindowTerms(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3)), _start, _live.Time);

    private LatencyProbe Latency() => new(_live.Azure.Telemetry.Latencies(_service), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(3), _live.Time);
}
