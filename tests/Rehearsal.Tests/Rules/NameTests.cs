using static ReleaseInfra.Rehearsal.Tests.SmallAzure;

namespace ReleaseInfra.Rehearsal.Tests.Rules;

public sealed class NameTests
{
    [TestCase("azure-native:app:ContainerApp", "containerAppName", "Web", "ContainerAppInvalidName")]
    [TestCase("azure-native:app:Job", "jobName", "a--b", "ContainerAppInvalidName")]
    [TestCase("azure-native:app:ManagedEnvironment", "environmentName", "-cae", "InvalidResourceName")]
    [TestCase("azure-native:keyvault:Vault", "vaultName", "1vault", "VaultNameNotValid")]
    [TestCase("azure-native:keyvault:Secret", "secretName", "a_b", "InvalidResourceName")]
    [TestCase("azure-native:storage:StorageAccount", "accountName", "My-Account", "AccountNameInvalid")]
    [TestCase("azure-native:storage:BlobContainer", "containerName", "a--b", "InvalidResourceName")]
    [TestCase("azure-native:containerregistry:Registry", "registryName", "cr-shop", "InvalidResourceName")]
    [TestCase("azure-native:dbforpostgresql:Server", "serverName", "Psql", "InvalidResourceName")]
    [TestCase("azure-native:dbforpostgresql:Database", "databaseName", "1app", "InvalidResourceName")]
    [TestCase("azure-native:dbforpostgresql:FirewallRule", "firewallRuleName", "a b", "InvalidResourceName")]
    [TestCase("azure-native:dbforpostgresql:BackupsAutomaticAndOnDemand", "backupName", "a b", "InvalidResourceName")]
    [TestCase("azure-native:redis:Redis", "name", "a--b", "InvalidResourceName")]
    [TestCase("azure-native:redisenterprise:RedisEnterprise", "clusterName", "amr-", "InvalidResourceName")]
    [TestCase("azure-native:redisenterprise:Database", "databaseName", "cache-1", "InvalidResourceName")]
    [TestCase("azure-native:web:AppServicePlan", "name", "a.b", "InvalidResourceName")]
    [TestCase("azure-native:web:WebApp", "name", "-site", "InvalidResourceName")]
    [TestCase("azure-native:web:WebAppSlot", "slot", "green-", "InvalidResourceName")]
    [TestCase("azure-native:managedidentity:UserAssignedIdentity", "resourceName", "id", "InvalidResourceName")]
    [TestCase("azure-native:operationalinsights:Workspace", "workspaceName", "log", "InvalidResourceName")]
    [TestCase("azure-native:network:VirtualNetwork", "virtualNetworkName", "v", "InvalidResourceName")]
    [TestCase("azure-native:network:Subnet", "subnetName", "apps.", "InvalidResourceName")]
    [TestCase("azure-native:network:NetworkSecurityGroup", "networkSecurityGroupName", "_nsg", "InvalidResourceName")]
    [TestCase("azure-native:network:PrivateEndpoint", "privateEndpointName", "p", "InvalidResourceName")]
    [TestCase("azure-native:containerinstance:ContainerGroup", "containerGroupName", "Group", "InvalidResourceName")]
    [TestCase("azure-native:appconfiguration:ConfigurationStore", "configStoreName", "a.b.c", "InvalidResourceName")]
    [TestCase("azure-native:resources:ResourceGroup", "resourceGroupName", "rg.", "InvalidResourceName")]
    [TestCase("azure-native:authorization:RoleAssignment", "roleAssignmentName", "pull", "InvalidRoleAssignmentId")]
    public async Task Rejects_Name(string type, string input, string name, string code)
    {
        using var small = await OpenAsync();

        // The parents' names, for those that have any: a name is looked at before anything else.
        var refusal = await small.RefusalOfAsync(
            type,
            [
                .. new[] { "vaultName", "accountName", "serverName", "clusterName", "name", "virtualNetworkName", "environmentId", "scope", "principalId" }
                    .Where(key => key != input)
                    .Select(key => (key, (object)"up")),
                (input, name),
            ]);

        Assert.That((refusal.Status, refusal.Code, refusal.Target), Is.EqualTo((400, code, input)));
        Assert.That(refusal.Message, Does.Contain($"'{name}' of {name.Length} characters is not allowed. Allowed: "));
    }

    [Test]
    public async Task Rejects_NameOfAnApp_InASentence()
    {
        using var small = await OpenAsync();

        Assert.That(
            (await small.RefusalOfAsync("azure-native:app:ContainerApp", ("containerAppName", "Web"), ("environmentId", "cae"))).Message,
            Is.EqualTo(
                "Microsoft.App/containerApps 'Web': the name 'Web' of 3 characters is not allowed. Allowed: 2 to 32 characters, lower-case letters, " +
                "digits and single hyphens, a letter first, no hyphen last."));
    }

    [TestCase("azure-native:keyvault:Vault", "vaultName", "VaultAlreadyExists")]
    [TestCase("azure-native:storage:StorageAccount", "accountName", "StorageAccountAlreadyTaken")]
    [TestCase("azure-native:containerregistry:Registry", "registryName", "AlreadyInUse")]
    [TestCase("azure-native:dbforpostgresql:Server", "serverName", "ServerNameAlreadyExists")]
    [TestCase("azure-native:redis:Redis", "name", "NameNotAvailable")]
    [TestCase("azure-native:redisenterprise:RedisEnterprise", "clusterName", "NameNotAvailable")]
    [TestCase("azure-native:web:WebApp", "name", "Conflict")]
    [TestCase("azure-native:appconfiguration:ConfigurationStore", "configStoreName", "NameUnavailable")]
    public async Task Rejects_NameThatAnotherGroupHas(string type, string input, string code)
    {
        using var small = await OpenAsync();
        await small.PutAsync("azure-native:resources:ResourceGroup", ("resourceGroupName", "rg-other"));
        var first = await small.PutAsync(type, (input, "taken"));

        var refusal = await small.RefusalOfAsync(type, ("resourceGroupName", "rg-other"), (input, "taken"));

        Assert.That((refusal.Status, refusal.Code), Is.EqualTo((409, code)));
        Assert.That(
            refusal.Message,
            Does.EndWith($"the name is already in use, by '{first.Resource.Id}'. Such names are unique in all of Azure; choose another."));
    }
}
