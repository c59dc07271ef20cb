using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Arm.Metrics;
using ReleaseInfra.Rehearsal.Telemetry;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Rehearsal.Tests.Telemetry;

public sealed class MetricLevelsTests
{
    private const string Database = "/subscriptions/s/resourceGroups/g/providers/Microsoft.DBforPostgreSQL/flexibleServers/psql";

    private ManualTime _time = null!;
    private MetricLevels _levels = null!;
    private DateTimeOffset _start;

    [SetUp]
    public void Open()
    {
        _time = new ManualTime();
        (_levels, _start) = (new MetricLevels(_time), _time.GetUtcNow());
    }

    [Test]
    public void Read_BeforeAnythingIsSet_IsNothing() => Assert.That(Read(), Is.Empty);

    [Test]
    public void Read_HoldsALevelUntilTheNext()
    {
        _levels.Set(Database, "cpu_percent", 20);
        _time.Advance(TimeSpan.FromSeconds(150));
        _levels.Set(Database, "cpu_percent", 90);
        _time.Advance(TimeSpan.FromSeconds(60));

        Assert.That(
            Read().Select(sample => ((sample.Time - _start).TotalMinutes, sample.Minimum, sample.Maximum, sample.Total / sample.Count)),
            Is.EqualTo(new[] { (0d, 20d, 20d, 20d), (1, 20, 20, 20), (2, 20, 90, 55), (3, 90, 90, 90) }));
    }

    [Test]
    public void Read_IsOfTheMinutesAskedFor()
    {
        _levels.Set(Database, "cpu_percent", 20);
        _time.Advance(TimeSpan.FromMinutes(10));

        var read = _levels.Read(new MetricRange(Database, "cpu_percent", _start.AddMinutes(3), _start.AddMinutes(5)));

        Assert.That(read.Select(sample => sample.Time), Is.EqualTo(new[] { _start.AddMinutes(3), _start.AddMinutes(4) }));
    }

    [Test]
    public void End_LeavesNothingToMeasure()
    {
        var replica = ImmutableSortedDictionary<string, string>.Empty.Add("revisionName", "web--blue");
        _levels.Set(Database, "Replicas", replica, 1);
        _time.Advance(TimeSpan.FromMinutes(1));
        _levels.End(Database, "Replicas", replica);
        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.That(
            _levels.Read(new MetricRange(Database, "Replicas", _start, _start.AddHours(1))).Select(sample => sample.Time), Is.EqualTo(new[] { _start }));
    }

    private ImmutableArray<MetricSample> Read() => _levels.Read(new MetricRange(Database, "cpu_percent", _start, _start.AddHours(1)));
}
