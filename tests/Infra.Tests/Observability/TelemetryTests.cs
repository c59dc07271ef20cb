using Pulumi;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.Observability;
using ReleaseInfra.Tests.Support.Programs;

namespace ReleaseInfra.Infra.Tests.Observability;

public sealed class TelemetryTests
{
    [Test]
    public async Task Insights_WritesIntoTheWorkspace()
    {
        var declared = await ProgramRecorder.RunAsync(options => _ = Declare(capGb: null, options));

        var insights = declared.The("applicationinsights:Component");
        Assert.That(insights["ingestionMode"], Is.EqualTo("LogAnalytics"));
        Assert.That(insights["workspaceResourceId"], Does.EndWith("/workspaces/log-app-prod"));
        Assert.That(declared.The("operationalinsights:Workspace")["workspaceCapping"], Is.Null);
    }

    [Test]
    public async Task Cap_IsStatedInGigabytes() =>
        Assert.That(
            (await ProgramRecorder.RunAsync(options => _ = Declare(0.5m, options)))
                .The("operationalinsights:Workspace")["workspaceCapping.dailyQuotaGb"],
            Is.EqualTo(0.5));

    [Test]
    public async Task ConnectionString_IsSecret()
    {
        Output<string>? connection = null;
        await ProgramRecorder.RunAsync(options => connection = Declare(null, options).ConnectionString);

        Assert.That(await Output.IsSecretAsync(connection!), Is.True);
    }

    private static Telemetry Declare(decimal? capGb, ComponentResourceOptions options) =>
        new("telemetry", new TelemetryArgs(Fixture.Placement(), new LogSettings(30, capGb)), options);
}
