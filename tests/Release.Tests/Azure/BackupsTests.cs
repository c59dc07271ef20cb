using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Rehearsal.Operations;
using static ReleaseInfra.Release.Tests.Azure.LiveAzure;

namespace ReleaseInfra.Release.Tests.Azure;

public sealed class BackupsTests
{
    [Test]
    public async Task Create_WaitsUntilItIsMade()
    {
        await using var live = await ServerAsync("GeneralPurpose", "Standard_D2ds_v5");

        var backup = await live.Azure.Backups.CreateAsync(live.Group.DatabaseServer("psql"), "before-v2", default);

        Assert.That((backup.Name, backup.Type), Is.EqualTo(("before-v2", "Customer On-Demand")));
        Assert.That(backup.Completed, Is.Not.Null);
        Assert.That(
            (await live.Azure.Backups.ListAsync(live.Group.DatabaseServer("psql"), default)).Select(found => found.Name),
            Does.Contain("before-v2"));
    }

    [Test]
    public async Task Find_None_IsNull()
    {
        await using var live = await ServerAsync("GeneralPurpose", "Standard_D2ds_v5");

        Assert.That(await live.Azure.Backups.FindAsync(live.Group.DatabaseServer("psql"), "none", default), Is.Null);
    }

    [Test]
    public async Task Rejects_Burstable()
    {
        await using var live = await ServerAsync("Burstable", "Standard_B1ms");

        var refusal = Assert.ThrowsAsync<AzureRefusal>(
            () => live.Azure.Backups.CreateAsync(live.Group.DatabaseServer("psql"), "before-v2", default))!;

        Assert.That(refusal.Code, Is.EqualTo("OnDemandBackupNotSupported"));
    }

    private static async Task<LiveAzure> ServerAsync(string tier, string sku)
    {
        var live = await OpenAsync(new OperationDurations { Backup = TimeSpan.FromMinutes(3) });
        await live.PutAsync(
            "azure-native:dbforpostgresql:Server",
            ("serverName", "psql"),
            ("location", "westeurope"),
            ("sku", Map(("name", sku), ("tier", tier))),
            ("version", "17"));
        return live;
    }
}
