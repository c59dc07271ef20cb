using ReleaseInfra.Cli.Gates;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Release.Tests.Azure;
using static ReleaseInfra.Release.Tests.Azure.LiveAzure;

namespace ReleaseInfra.Release.Tests.Gates;

public sealed class LevelProbeTests
{
    private MeasuredAzure _measured = null!;
    private LiveAzure _live = null!;
    private LevelProbe _probe = null!;
    private DateTimeOffset _minute;

    [SetUp]
    public async Task OpenAsync()
    {
        _measured = new MeasuredAzure();
        _live = await LiveAzure.OpenAsync(metrics: _measured);
        await _live.PutAppAsync("v1");
        await _live.PutAsync(
            "azure-native:dbforpostgresql:Server",
            ("serverName", "psql"),
            ("location", "westeurope"),
            ("sku", Map(("name", "Standard_D2ds_v5"), ("tier", "GeneralPurpose"))),
            ("version", "17"));
        _minute = WindowTerms.Floor(_live.Time.GetUtcNow()).AddMinutes(-4);
        _probe = new LevelProbe(_live.Azure.Metrics, _live.Azure.Revisions, _live.Azure.Logs, _live.Time);
    }

    [TearDown]
    public async Task CloseAsync() => await _live.DisposeAsync();

    [Test]
    public async Task Database_NewestMinute_WithItsTime()
    {
        _measured.Level(_minute.AddMinutes(-3), "cpu_percent", 95);
        _measured.Level(_minute, "cpu_percent", 41.5);
        _measured.Level(_minute, "active_connections", 120);

        Assert.That(await CpuAsync(), Is.EqualTo(new Measured<Level>(new Level("database CPU", 41.5, "%"), _minute.AddMinutes(1))));
        Assert.That(
            await _probe.LookAsync(MetricLevel.DatabaseConnections(_live.Group.DatabaseServer("psql")), default),
            Is.EqualTo(new Measured<Level>(new Level("database connections", 120, ""), _minute.AddMinutes(1))));
    }

    [Test]
    public async Task Database_NoMetrics_IsNoData() => Assert.That(
        ((NothingMeasured<Level>)await CpuAsync()).What, Does.StartWith("Azure has no database CPU from "));

    [Test]
    public async Task Database_NoAnswer_IsUnreadable()
    {
        _live.Fail("metrics.list", new Unavailable(), times: 1000);

        Assert.That(((Unreadable<Level>)await CpuAsync()).Error, Does.Contain("503 ServiceUnavailable"));
    }

    [Test]
    public async Task Restarts_OfPresentReplicas()
    {
        Assert.That(await _probe.LookAsync(new RestartLevel(_live.App, "web--v1"), default), Is.EqualTo(
            new Measured<Level>(new Level("restarts of web--v1", 0, ""), _live.Time.GetUtcNow())));

        await _live.Azure.Revisions.DeactivateAsync(_live.App, "web--v1", default);
        Assert.That(await _probe.LookAsync(new RestartLevel(_live.App, "web--v1"), default), Is.EqualTo(
            new NothingMeasured<Level>("web--v1 has no replicas")));
        Assert.That(await _probe.LookAsync(new RestartLevel(_live.App, "web--v9"), default), Is.TypeOf<Unreadable<Level>>());
    }

    private Task<Reading<Level>> CpuAsync() => _probe.LookAsync(MetricLevel.DatabaseCpu(_live.Group.DatabaseServer("psql")), default);
}
