using ReleaseInfra.Rehearsal.Resources;
using static ReleaseInfra.Rehearsal.Tests.Resources.Declared;

namespace ReleaseInfra.Rehearsal.Tests.Resources;

public sealed class ComputedValuesTests
{
    private const string Group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-shop";

    [TestCase("azure-native:app:ContainerApp", "containerAppName", "Microsoft.App/containerApps/it")]
    [TestCase("azure-native:app:Job", "jobName", "Microsoft.App/jobs/it")]
    [TestCase("azure-native:app:ManagedEnvironment", "environmentName", "Microsoft.App/managedEnvironments/it")]
    [TestCase("azure-native:applicationinsights:Component", "resourceName", "Microsoft.Insights/components/it")]
    [TestCase("azure-native:containerregistry:Registry", "registryName", "Microsoft.ContainerRegistry/registries/it")]
    [TestCase("azure-native:dbforpostgresql:Server", "serverName", "Microsoft.DBforPostgreSQL/flexibleServers/it")]
    [TestCase("azure-native:keyvault:Vault", "vaultName", "Microsoft.KeyVault/vaults/it")]
    [TestCase("azure-native:managedidentity:UserAssignedIdentity", "resourceName", "Microsoft.ManagedIdentity/userAssignedIdentities/it")]
    [TestCase("azure-native:network:VirtualNetwork", "virtualNetworkName", "Microsoft.Network/virtualNetworks/it")]
    [TestCase("azure-native:operationalinsights:Workspace", "workspaceName", "Microsoft.OperationalInsights/workspaces/it")]
    [TestCase("azure-native:privatedns:PrivateZone", "privateZoneName", "Microsoft.Network/privateDnsZones/it")]
    [TestCase("azure-native:redis:Redis", "name", "Microsoft.Cache/redis/it")]
    [TestCase("azure-native:redisenterprise:RedisEnterprise", "clusterName", "Microsoft.Cache/redisEnterprise/it")]
    [TestCase("azure-native:web:AppServicePlan", "name", "Microsoft.Web/serverfarms/it")]
    [TestCase("azure-native:web:WebApp", "name", "Microsoft.Web/sites/it")]
    public void Id_TopLevel(string type, string nameInput, string path)
    {
        var computed = Compute(type, (nameInput, "it"), ("environmentId", "env"));

        Assert.That(computed.Id, Is.EqualTo($"{Group}/providers/{path}"));
        Assert.That(computed.Name, Is.EqualTo("it"));
        Assert.That(computed.Outputs["name"], Is.EqualTo("it"));
    }

    [TestCase("azure-native:dbforpostgresql:Database", "serverName", "databaseName", "Microsoft.DBforPostgreSQL/flexibleServers/up/databases/it")]
    [TestCase("azure-native:keyvault:Secret", "vaultName", "secretName", "Microsoft.KeyVault/vaults/up/secrets/it")]
    [TestCase("azure-native:network:Subnet", "virtualNetworkName", "subnetName", "Microsoft.Network/virtualNetworks/up/subnets/it")]
    [TestCase("azure-native:redisenterprise:Database", "clusterName", "databaseName", "Microsoft.Cache/redisEnterprise/up/databases/it")]
    [TestCase("azure-native:web:WebAppSlot", "name", "slot", "Microsoft.Web/sites/up/slots/it")]
    public void Id_Child(string type, string parentInput, string nameInput, string path) =>
        Assert.That(
            Compute(type, (parentInput, "up"), (nameInput, "it")).Id,
            Is.EqualTo($"{Group}/providers/{path}"));

    [Test]
    public void Id_OfWhatAzureHangsOnAnotherResource_StartsWithThatOne() =>
        Assert.That(
            Compute(
                "azure-native:authorization:RoleAssignment",
                ("scope", "/subscriptions/s/vault"),
                ("roleAssignmentName", "11111111-1111-1111-1111-111111111111")).Id,
            Is.EqualTo("/subscriptions/s/vault/providers/Microsoft.Authorization/roleAssignments/11111111-1111-1111-1111-111111111111"));

    [Test]
    public void Id_OfAnUnnamedResource_IsTheSameEveryTime()
    {
        var first = Compute("azure-native:keyvault:Vault").Name;

        Assert.That(first, Does.Match("^thing[0-9a-f]{8}$"));
        Assert.That(Compute("azure-native:keyvault:Vault").Name, Is.EqualTo(first));
    }

    [Test]
    public void Of_UnknownType() =>
        Assert.That(
            () => Compute("azure-native:compute:VirtualMachine"),
            Throws.TypeOf<RehearsalException>().With.Message.StartsWith(
                "The embedded Azure does not know the resource type 'azure-native:compute:VirtualMachine'. " +
                "It knows: azure-native:app:Certificate, azure-native:app:ContainerApp, "));

    [Test]
    public void Of_MissingParentName() =>
        Assert.That(
            () => Compute("azure-native:keyvault:Secret", ("secretName", "it")),
            Throws.TypeOf<RehearsalException>().With.Message.EqualTo(
                "azure-native:keyvault:Secret 'thing' has no 'vaultName', which Azure needs to name it."));

    [TestCase("azure-native:containerregistry:Registry", "registryName", "loginServer", "it.azurecr.io")]
    [TestCase("azure-native:dbforpostgresql:Server", "serverName", "fullyQualifiedDomainName", "it.postgres.database.azure.com")]
    [TestCase("azure-native:redisenterprise:RedisEnterprise", "clusterName", "hostName", "it.westeurope.redis.azure.net")]
    [TestCase("azure-native:redis:Redis", "name", "hostName", "it.redis.cache.windows.net")]
    [TestCase("azure-native:web:WebApp", "name", "defaultHostName", "it.azurewebsites.net")]
    public void Host_FollowsFromTheName(string type, string nameInput, string output, string expected) =>
        Assert.That(Compute(type, (nameInput, "it")).Outputs[output], Is.EqualTo(expected));

    [Test]
    public void Host_OfASlot_IsJoinedWithItsSite() =>
        Assert.That(
            Compute("azure-native:web:WebAppSlot", ("name", "site"), ("slot", "green")).Outputs["defaultHostName"],
            Is.EqualTo("site-green.azurewebsites.net"));

    [TestCase(true, "web.rehearsal-{0}.westeurope.azurecontainerapps.io")]
    [TestCase(false, "web.internal.rehearsal-{0}.westeurope.azurecontainerapps.io")]
    public void Host_OfAContainerApp_IsInItsEnvironmentsDomain(bool external, string pattern)
    {
        var environment = Compute("azure-native:app:ManagedEnvironment", ("environmentName", "env"));
        var app = Compute(
            "azure-native:app:ContainerApp",
            ("containerAppName", "web"),
            ("environmentId", environment.Id),
            ("configuration", Map(("ingress", Map(("external", external))))));

        var domain = (string)environment.Outputs["defaultDomain"];
        var ingress = (IReadOnlyDictionary<string, object>)((IReadOnlyDictionary<string, object>)app.Outputs["configuration"])["ingress"];
        var digits = domain["rehearsal-".Length..].Split('.')[0];
        Assert.That(ingress["fqdn"], Is.EqualTo(string.Format(null, pattern, digits)));
        Assert.That(ingress["fqdn"], Does.EndWith(domain));
    }

    [Test]
    public void Revision_IsNamedByTheSuffix()
    {
        var app = Compute(
            "azure-native:app:ContainerApp",
            ("containerAppName", "web"),
            ("environmentId", "env"),
            ("template", Map(("revisionSuffix", "green-v1-2-3"))));

        Assert.That(app.Outputs["latestRevisionName"], Is.EqualTo("web--green-v1-2-3"));
        Assert.That(app.Outputs["latestReadyRevisionName"], Is.EqualTo("web--green-v1-2-3"));
    }

    [Test]
    public void Identity_HasPrincipalAndClient()
    {
        var outputs = Compute("azure-native:managedidentity:UserAssignedIdentity", ("resourceName", "id")).Outputs;

        Assert.That(Guid.TryParse((string)outputs["principalId"], out _));
        Assert.That(Guid.TryParse((string)outputs["clientId"], out _));
        Assert.That(outputs["clientId"], Is.Not.EqualTo(outputs["principalId"]));
    }

    [Test]
    public void SecretVersion_TellsNothingOfTheValue()
    {
        string Version(string value) => (string)((IReadOnlyDictionary<string, object>)Compute(
            "azure-native:keyvault:Secret",
            ("vaultName", "kv"),
            ("secretName", "url"),
            ("properties", Map(("value", value)))).Outputs["properties"])["secretUriWithVersion"];

        Assert.That(Version("one"), Does.Match("^https://kv.vault.azure.net/secrets/url/[0-9a-f]{32}$"));
        Assert.That(Version("two"), Is.EqualTo(Version("one")));
    }

    [Test]
    public void Password_IsNotGivenBack() =>
        Assert.That(
            Compute("azure-native:dbforpostgresql:Server", ("serverName", "db"), ("administratorLoginPassword", "p")).Outputs.Keys,
            Has.None.EqualTo("administratorLoginPassword"));

    [Test]
    public void RandomPassword_HasLengthAndClasses()
    {
        var password = (string)Compute("random:index/randomPassword:RandomPassword", ("length", 24d), ("special", false)).Outputs["result"];

        Assert.That(password, Has.Length.EqualTo(24));
        Assert.That(password, Does.Match("[a-z]").And.Match("[A-Z]").And.Match("[0-9]").And.Not.Match("[^a-zA-Z0-9]"));
    }

    [Test]
    public void Values_DifferBetweenStacks()
    {
        var resource = Resource("random:index/randomPassword:RandomPassword", ("length", 24d));
        var staging = new ComputedValues(new AzureScope("staging", "westeurope")).Of(resource);

        Assert.That(staging.Outputs["result"], Is.Not.EqualTo(new ComputedValues(Scope).Of(resource).Outputs["result"]));
    }

    [TestCase("registry.io/web:v1", "registry.io/web@sha256:")]
    [TestCase("localhost:5000/web", "localhost:5000/web@sha256:")]
    public void Image_HasADigestInsteadOfItsTag(string reference, string start) =>
        Assert.That(
            Compute("docker:index/image:Image", ("imageName", reference)).Outputs["repoDigest"],
            Does.StartWith(start).And.Length.EqualTo(start.Length + 64));
}
