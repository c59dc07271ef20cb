using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.AppService;
using ReleaseInfra.Tests.Support.Programs;

namespace ReleaseInfra.Infra.Tests.AppService;

public sealed class ServicePlanTests
{
    [Test]
    public async Task Plan_IsOneOfLinuxMachines()
    {
        var plan = (await ProgramRecorder.RunAsync(options => _ = new ServicePlan(
            "plan",
            new ServicePlanArgs(Fixture.Placement(), new AppServicePlanSettings("P1v3", Instances: 3, ZoneRedundant: true, Slots: true)),
            options))).The("web:AppServicePlan");

        Assert.That(plan["reserved"], Is.True);
        Assert.That((plan["sku.name"], plan["sku.capacity"]), Is.EqualTo(("P1v3", 3.0)));
        Assert.That(plan["zoneRedundant"], Is.True);
    }
}
