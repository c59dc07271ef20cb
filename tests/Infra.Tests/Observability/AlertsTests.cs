using Pulumi;
using ReleaseInfra.Infra.Observability;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Programs;

namespace ReleaseInfra.Infra.Tests.Observability;

public sealed class AlertsTests
{
    private const string ActionGroup = "/Microsoft.Insights/actionGroups/ag-app-prod";

    [TestCase("alerts-error-rate", "ErrorRatePercent", 5.0, "PT5M")]
    [TestCase("alerts-p95", "P95Milliseconds", 1000.0, "PT10M")]
    public async Task LogAlert_ComparesAColumnWithItsThreshold_PerService(string name, string column, double threshold, string window)
    {
        var rule = (await DeclareAsync()).The("monitor:ScheduledQueryRule", name);

        Assert.That(rule["criteria.allOf.0.metricMeasureColumn"], Is.EqualTo(column));
        Assert.That(rule["criteria.allOf.0.query"], Does.Contain($"{column} ="));
        Assert.That(rule["criteria.allOf.0.threshold"], Is.EqualTo(threshold));
        Assert.That(rule["criteria.allOf.0.dimensions.0.name"], Is.EqualTo("AppRoleName"));
        Assert.That(rule["windowSize"], Is.EqualTo(window));
        Assert.That(rule.List("scopes"), Is.EqualTo(new[] { "workspace-id" }));
        Assert.That(rule["skipQueryValidation"], Is.True);
        Assert.That(rule["actions.actionGroups.0"], Does.EndWith(ActionGroup));
    }

    // Sampling keeps one row for many requests, so counting rows would count wrong.
    [TestCase("alerts-error-rate")]
    [TestCase("alerts-p95")]
    public async Task LogAlert_WeighsRowsByTheirItemCount(string name) =>
        Assert.That(
            (await DeclareAsync()).The("monitor:ScheduledQueryRule", name)["criteria.allOf.0.query"],
            Does.Contain("ItemCount").And.Not.Contain("count("));

    [Test]
    public async Task DatabaseAlert_WatchesTheServersCpu()
    {
        var alert = (await DeclareAsync()).The("monitor:MetricAlert");

        Assert.That(alert.List("scopes"), Is.EqualTo(new[] { "server-id" }));
        Assert.That(alert["criteria.allOf.0.metricName"], Is.EqualTo("cpu_percent"));
        Assert.That(alert["criteria.allOf.0.threshold"], Is.EqualTo(80));
        Assert.That(alert["actions.0.actionGroupId"], Does.EndWith(ActionGroup));
    }

    [Test]
    public async Task People_AreMailed()
    {
        var group = (await DeclareAsync()).The("monitor:ActionGroup");

        Assert.That(group["emailReceivers.0.emailAddress"], Is.EqualTo("oncall@example.com"));
        Assert.That((string)group["groupShortName"]!, Has.Length.LessThanOrEqualTo(12));
    }

    private static Task<DeclaredResources> DeclareAsync() => ProgramRecorder.RunAsync(options => _ = new Alerts(
        "alerts",
        new AlertsArgs(
            Fixture.Placement(),
            SettingsFixtures.Production.Alerts,
            SettingsFixtures.Production.Notifications,
            Output.Create("workspace-id"),
            Output.Create("server-id")),
        options));
}
