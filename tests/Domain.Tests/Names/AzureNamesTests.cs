using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Tests.Names;

public sealed class AzureNamesTests
{
    private static readonly AzureNames Production = Of("example", "app", StackName.Production);

    [Test]
    public void Names_WithinTheResourceGroup()
    {
        Assert.That(Production.ResourceGroup.Value, Is.EqualTo("rg-app-prod"));
        Assert.That(Production.ContainerApp("web").Value, Is.EqualTo("app-web-prod"));
        Assert.That(Production.Identity("web").Value, Is.EqualTo("id-app-web-prod"));
        Assert.That(Production.Subnet("database").Value, Is.EqualTo("snet-database-app-prod"));
        Assert.That(Production.SecurityGroup("database").Value, Is.EqualTo("nsg-database-app-prod"));
        Assert.That(Production.DatabaseZone, Is.EqualTo("app-prod.private.postgres.database.azure.com"));
    }

    // The literal hash pins the algorithm: another one would rename every global resource of every environment.
    [Test]
    public void Names_OfAllOfAzure_EndInAStableHash()
    {
        Assert.That(Production.Vault.Value, Is.EqualTo("kv-app-prod-96j8jr"));
        Assert.That(Production.Registry.Value, Is.EqualTo("crappprod96j8jr"));
        Assert.That(Production.Site("admin").Value, Is.EqualTo("app-admin-prod-96j8jr"));
    }

    [Test]
    public void Names_OfAnotherOrganizationApplicationOrStack_Differ()
    {
        var vaults = new[]
        {
            Production.Vault.Value,
            Of("other", "app", StackName.Production).Vault.Value,
            Of("example", "app", StackName.Staging).Vault.Value,
            Of("example", "shop", StackName.Production).Vault.Value,
        };

        Assert.That(vaults.Select(name => name[^6..]), Is.Unique);
    }

    [Test]
    public void Names_Stated_AreTaken()
    {
        var names = new AzureNames("example", "app", StackName.Dev, new NameOverrides("ourregistry", "our-vault", "our-database"));

        Assert.That(names.Registry, Is.EqualTo(new AzureName(NameRule.Registry, "ourregistry", "registry.name")));
        Assert.That(names.Vault, Is.EqualTo(new AzureName(NameRule.Vault, "our-vault", "vault.name")));
        Assert.That(names.DatabaseServer, Is.EqualTo(new AzureName(NameRule.DatabaseServer, "our-database", "database.serverName")));
    }

    [Test]
    public void Vault_LongApplication_BreaksAzuresLimit() =>
        Assert.That(Of("example", "warehouse1", StackName.Production).Vault.Violation, Is.EqualTo("has 25 characters"));

    [Test]
    public void RoleAssignment_SameGrant_SameName()
    {
        var grant = Production.RoleAssignment("id-app-web-prod", "AcrPull", "crapp");

        Assert.That(Production.RoleAssignment("id-app-web-prod", "AcrPull", "crapp"), Is.EqualTo(grant));
        Assert.That(Production.RoleAssignment("id-app-api-prod", "AcrPull", "crapp"), Is.Not.EqualTo(grant));
    }

    private static AzureNames Of(string organization, string application, StackName stack) =>
        new(organization, application, stack, NameOverrides.None);
}
