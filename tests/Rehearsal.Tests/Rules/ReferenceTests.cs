using ReleaseInfra.Rehearsal.Resources;
using static ReleaseInfra.Rehearsal.Tests.SmallAzure;

namespace ReleaseInfra.Rehearsal.Tests.Rules;

public sealed class ReferenceTests
{
    private const string Nowhere = Group + "/providers/Microsoft.Nowhere/things/none";

    [Test]
    public async Task Rejects_GroupThatDoesNotExist()
    {
        using var small = await OpenAsync();

        Assert.That(
            await small.RefusalOfAsync("azure-native:keyvault:Vault", ("resourceGroupName", "rg-none"), ("vaultName", "kv-shop")),
            Is.EqualTo(new AzureError(
                404,
                "ResourceGroupNotFound",
                "Microsoft.KeyVault/vaults 'kv-shop': the resource group 'rg-none' could not be found.",
                "resourceGroupName")));
    }

    [TestCase("azure-native:dbforpostgresql:Database", "serverName", "databaseName", "Microsoft.DBforPostgreSQL/flexibleServers")]
    [TestCase("azure-native:keyvault:Secret", "vaultName", "secretName", "Microsoft.KeyVault/vaults")]
    [TestCase("azure-native:network:Subnet", "virtualNetworkName", "subnetName", "Microsoft.Network/virtualNetworks")]
    [TestCase("azure-native:web:WebAppSlot", "name", "slot", "Microsoft.Web/sites")]
    [TestCase("azure-native:storage:BlobContainer", "accountName", "containerName", "Microsoft.Storage/storageAccounts")]
    public async Task Rejects_ChildWithoutParent(string type, string parentInput, string nameInput, string parentType)
    {
        using var small = await OpenAsync();

        var refusal = await small.RefusalOfAsync(type, (parentInput, "upper"), (nameInput, "lower"));

        Assert.That((refusal.Status, refusal.Code), Is.EqualTo((404, "ParentResourceNotFound")));
        Assert.That(refusal.Message, Does.EndWith($"the parent {parentType} 'upper' could not be found."));
    }

    private static readonly object[][] Links =
    [
        ["azure-native:app:ContainerApp", "containerAppName", "environmentId", Nowhere, 400, "InvalidResourceReference"],
        ["azure-native:app:Job", "jobName", "environmentId", Nowhere, 400, "InvalidResourceReference"],
        ["azure-native:web:WebApp", "name", "serverFarmId", Nowhere, 404, "NotFound"],
        ["azure-native:web:WebApp", "name", "virtualNetworkSubnetId", Nowhere, 400, "InvalidResourceReference"],
        ["azure-native:web:WebApp", "name", "identity.userAssignedIdentities[]", Nowhere, 400, "FailedIdentityOperation"],
        ["azure-native:dbforpostgresql:Server", "serverName", "network.delegatedSubnetResourceId", Nowhere, 400, "InvalidResourceReference"],
        ["azure-native:applicationinsights:Component", "resourceName", "workspaceResourceId", Nowhere, 400, "InvalidResourceReference"],
        ["azure-native:monitor:DiagnosticSetting", "name", "resourceUri", Nowhere, 404, "ResourceNotFound"],
        ["azure-native:monitor:MetricAlert", "ruleName", "scopes[]", Nowhere, 400, "InvalidResourceReference"],
        ["azure-native:network:PrivateEndpoint", "privateEndpointName", "subnet.id", Nowhere, 400, "InvalidResourceReference"],
        ["azure-native:authorization:ManagementLockByScope", "lockName", "scope", Nowhere, 404, "ResourceNotFound"],
        ["azure-native:web:WebApp", "name", "serverFarmId", "asp-shop", 400, "LinkedInvalidPropertyId"],
    ];

    [TestCaseSource(nameof(Links))]
    public async Task Rejects_LinkToNothing(string type, string nameInput, string path, string id, int status, string code)
    {
        using var small = await OpenAsync();

        var refusal = await small.RefusalOfAsync(type, (nameInput, "shop"), Stated(path, id));

        Assert.That((refusal.Status, refusal.Code, refusal.Target), Is.EqualTo((status, code, path)));
        Assert.That(refusal.Message, Does.Contain($"'{id}', which"));
    }

    [Test]
    public async Task LinkToAnotherSubscription_IsNotLookedAt()
    {
        using var small = await OpenAsync();
        const string Hub = "/subscriptions/11111111-0000-0000-0000-000000000000/resourceGroups/hub/providers/Microsoft.OperationalInsights/workspaces/log";

        Assert.That(
            async () => await small.PutAsync("azure-native:applicationinsights:Component", ("resourceName", "appi"), ("workspaceResourceId", Hub)),
            Throws.Nothing);
    }

    [Test]
    public async Task Delete_OfAnEnvironmentInUse_IsRefused()
    {
        using var small = await ContainerApps.AppOf.OpenAsync();
        await new ContainerApps.AppOf().PutAsync(small);

        Assert.That(
            await RefusalAsync(() => small.Azure.Resources.DeleteAsync(ContainerApps.AppOf.EnvironmentId, default)),
            Is.EqualTo(new AzureError(
                409,
                "Conflict",
                $"Microsoft.App/managedEnvironments 'cae' cannot be deleted: '{ContainerApps.AppOf.AppId}' uses it. Delete that first.",
                ContainerApps.AppOf.EnvironmentId)));
    }

    [Test]
    public async Task Delete_OfANetworkWhoseSubnetIsInUse_IsRefused()
    {
        using var small = await OpenAsync();
        await small.PutAsync("azure-native:network:VirtualNetwork", ("virtualNetworkName", "vnet"));
        var subnet = await small.PutAsync("azure-native:network:Subnet", ("virtualNetworkName", "vnet"), ("subnetName", "apps"));
        await small.PutAsync(
            "azure-native:network:PrivateEndpoint", ("privateEndpointName", "pep"), ("subnet", Map(("id", subnet.Resource.Id))));

        var refusal = await RefusalAsync(() => small.Azure.Resources.DeleteAsync(Id("Microsoft.Network/virtualNetworks/vnet"), default));

        Assert.That((refusal.Code, refusal.Target), Is.EqualTo(("InUseSubnetCannotBeDeleted", subnet.Resource.Id)));
    }

    [Test]
    public async Task Delete_OfAZoneWithLinks_IsRefused()
    {
        using var small = await OpenAsync();
        var network = await small.PutAsync("azure-native:network:VirtualNetwork", ("virtualNetworkName", "vnet"));
        var zone = await small.PutAsync("azure-native:privatedns:PrivateZone", ("privateZoneName", "a.b"));
        await small.PutAsync(
            "azure-native:privatedns:VirtualNetworkLink",
            ("privateZoneName", "a.b"),
            ("virtualNetworkLinkName", "link"),
            ("virtualNetwork", Map(("id", network.Resource.Id))));

        var refusal = await RefusalAsync(() => small.Azure.Resources.DeleteAsync(zone.Resource.Id, default));

        Assert.That((refusal.Status, refusal.Code), Is.EqualTo((409, "CannotDeleteResource")));
    }

    [Test]
    public async Task Delete_OfAGroup_TakesEverything()
    {
        using var small = await ContainerApps.AppOf.OpenAsync();
        await new ContainerApps.AppOf().PutAsync(small);

        Assert.That(await small.Azure.Resources.DeleteAsync(Group, default), Is.True);

        Assert.That(await small.Azure.Resources.ListAsync(ResourceIds.Subscription, default), Is.Empty);
    }

    [Test]
    public async Task Delete_OfNothing_SaysSo()
    {
        using var small = await OpenAsync();

        Assert.That(await small.Azure.Resources.DeleteAsync(Nowhere, default), Is.False);
    }

    private static (string, object) Stated(string path, string id)
    {
        var keys = path.Split('.');
        object value = keys[^1].EndsWith("[]", StringComparison.Ordinal) ? List(id) : id;
        var own = keys[^1].Replace("[]", "", StringComparison.Ordinal);
        return keys.Length == 1 ? (own, value) : (keys[0], Map((own, value)));
    }
}
