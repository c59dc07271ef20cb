using Pulumi;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.ContainerApps;
using ReleaseInfra.Tests.Support.Programs;

namespace ReleaseInfra.Infra.Tests.ContainerApps;

public sealed class ContainerEnvironmentTests
{
    [Test]
    public async Task Logs_GoThroughADiagnosticSetting_SoThatNoKeyIsNeeded()
    {
        var declared = await DeclareAsync(zoneRedundant: false, subnetId: null);

        var environment = declared.The("app:ManagedEnvironment");
        Assert.That(environment["appLogsConfiguration.destination"], Is.EqualTo("azure-monitor"));
        Assert.That(environment["appLogsConfiguration.logAnalyticsConfiguration"], Is.Null);
        Assert.That(environment["vnetConfiguration"], Is.Null);
        var setting = declared.The("monitor:DiagnosticSetting");
        Assert.That(setting["resourceUri"], Does.EndWith("/Microsoft.App/managedEnvironments/cae-app-prod"));
        Assert.That(setting["workspaceId"], Is.EqualTo("workspace-id"));
        Assert.That(
            setting.List("logs").Cast<IReadOnlyDictionary<string, object>>().Select(log => log["category"]),
            Is.EqualTo(new[] { "ContainerAppConsoleLogs", "ContainerAppSystemLogs" }));
    }

    [Test]
    public async Task Environment_InANetwork_StillServesUsers()
    {
        var environment = (await DeclareAsync(zoneRedundant: true, "subnet-id")).The("app:ManagedEnvironment");

        Assert.That(environment["vnetConfiguration.infrastructureSubnetId"], Is.EqualTo("subnet-id"));
        Assert.That(environment["vnetConfiguration.internal"], Is.False);
        Assert.That(environment["zoneRedundant"], Is.True);
    }

    [Test]
    public void Rejects_ZonesWithoutNetwork() =>
        Assert.That(
            () => DeclareAsync(zoneRedundant: true, subnetId: null),
            Throws.Exception.With.Message.Contains("A zone-redundant Container Apps environment needs a private network."));

    private static Task<DeclaredResources> DeclareAsync(bool zoneRedundant, string? subnetId) => ProgramRecorder.RunAsync(options =>
        _ = new ContainerEnvironment(
            "containers",
            new ContainerEnvironmentArgs(
                Fixture.Placement(),
                new ContainerEnvironmentSettings(zoneRedundant),
                subnetId is null ? null : Output.Create(subnetId),
                Output.Create("workspace-id")),
            options));
}
