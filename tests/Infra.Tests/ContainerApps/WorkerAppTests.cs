using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.ContainerApps;
using ReleaseInfra.Tests.Support.Programs;
using static ReleaseInfra.Tests.Support.SettingsFixtures;

namespace ReleaseInfra.Infra.Tests.ContainerApps;

public sealed class WorkerAppTests
{
    [Test]
    public async Task Worker_IsReplacedInPlace()
    {
        var app = (await DeclareAsync(Worker)).The("app:ContainerApp");

        Assert.That(app["configuration.activeRevisionsMode"], Is.EqualTo("Single"));
        Assert.That(app["configuration.ingress"], Is.Null);
        Assert.That(app["template.revisionSuffix"], Is.Null);
        Assert.That(app["template.containers.0.image"], Is.EqualTo("example.azurecr.io/app-worker:v1.2.2"));
        Assert.That(app["template.scale.minReplicas"], Is.EqualTo(1));
        Assert.That(app["template.scale.rules.0.custom.type"], Is.EqualTo("cpu"));
    }

    [Test]
    public async Task Worker_WithoutSecrets_MayNotReadTheVault()
    {
        var declared = await DeclareAsync(Worker with { Secrets = NoSecrets });

        Assert.That(declared.The("authorization:RoleAssignment").Name, Is.EqualTo("worker-pull"));
        Assert.That(declared.The("app:ContainerApp").DependsOn, Is.EqualTo(new[] { "worker-pull" }));
    }

    [Test]
    public void Rejects_Ingress() =>
        Assert.That(
            () => DeclareAsync(Web),
            Throws.Exception.With.Message.Contains("web has ingress, so it is released blue and green and not as a worker."));

    private static Task<DeclaredResources> DeclareAsync(ContainerAppSettings settings) => ProgramRecorder.RunAsync(options =>
        _ = new WorkerApp(settings.Name, new WorkerAppArgs(Fixture.Containers(), settings, Rolling("v1.2.2")), options));
}
