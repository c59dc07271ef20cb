using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.ContainerApps;
using ReleaseInfra.Tests.Support.Programs;
using static ReleaseInfra.Tests.Support.SettingsFixtures;

namespace ReleaseInfra.Infra.Tests.ContainerApps;

public sealed class MigrationJobTests
{
    [Test]
    public async Task Job_RunsOnlyWhenStarted_AndOneAtATime()
    {
        var job = (await DeclareAsync(Migration)).The("app:Job");

        Assert.That(job["jobName"], Is.EqualTo("app-migration-prod"));
        Assert.That(job["configuration.triggerType"], Is.EqualTo("Manual"));
        Assert.That(job["configuration.manualTriggerConfig.parallelism"], Is.EqualTo(1));
        Assert.That(job["configuration.replicaTimeout"], Is.EqualTo(1800));
        Assert.That(job["configuration.replicaRetryLimit"], Is.EqualTo(0));
        Assert.That(job["template.containers.0.image"], Is.EqualTo("example.azurecr.io/app-migration:v1.2.2"));
        Assert.That(job.List("template.containers.0.command"), Is.EqualTo(new[] { "migrate", "deploy" }));
        Assert.That(job.DependsOn, Is.EqualTo(new[] { "migration-pull", "migration-secrets" }));
    }

    [Test]
    public async Task Job_WithoutCommand_LeavesTheImagesOwn() =>
        Assert.That((await DeclareAsync(Migration with { Command = [] })).The("app:Job")["template.containers.0.command"], Is.Null);

    private static Task<DeclaredResources> DeclareAsync(MigrationSettings settings) => ProgramRecorder.RunAsync(options =>
        _ = new MigrationJob("migration", new MigrationJobArgs(Fixture.Containers(), settings, Rolling("v1.2.2")), options));
}
