using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.Registry;
using ReleaseInfra.Tests.Support.Programs;

namespace ReleaseInfra.Infra.Tests.Registry;

public sealed class ContainerRegistryTests
{
    [TestCase(RegistrySku.Basic, "Basic")]
    [TestCase(RegistrySku.Standard, "Standard")]
    [TestCase(RegistrySku.Premium, "Premium")]
    public async Task Registry_KnowsIdentitiesOnly(RegistrySku sku, string name)
    {
        var registry = (await ProgramRecorder.RunAsync(options => _ = new ContainerRegistry(
            "registry", new ContainerRegistryArgs(Fixture.Placement(), new RegistrySettings(null, sku)), options)))
            .The("containerregistry:Registry");

        Assert.That(registry["sku.name"], Is.EqualTo(name));
        Assert.That(registry["adminUserEnabled"], Is.False);
        Assert.That(registry["anonymousPullEnabled"], Is.False);
    }
}
