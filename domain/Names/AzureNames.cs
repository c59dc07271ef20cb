using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Names;

/// <summary>Every Azure name of an environment. The same settings give the same names, always: a name is never generated.</summary>
/// <remarks>
/// Names within a resource group are <c>{kind}-{application}-{stack}</c>, a service's <c>{application}-{service}-{stack}</c>.
/// Names that all of Azure shares end in a hash of organization, application and stack.
/// </remarks>
public sealed class AzureNames(string organization, string application, StackName stack, NameOverrides overrides)
{
    private readonly string _code = stack.Code;
    private readonly string _unique = StableHash.Suffix(organization, application, stack.Name);

    public AzureName ResourceGroup => Shared(NameRule.ResourceGroup, "rg");

    public AzureName Logs => Shared(NameRule.LogWorkspace, "log");

    public AzureName ApplicationInsights => Shared(NameRule.ApplicationInsights, "appi");

    public AzureName ActionGroup => Shared(NameRule.Alert, "ag");

    public AzureName ContainerEnvironment => Shared(NameRule.ContainerEnvironment, "cae");

    public AzureName AppServicePlan => Shared(NameRule.AppServicePlan, "asp");

    public AzureName VirtualNetwork => Shared(NameRule.VirtualNetwork, "vnet");

    public AzureName Registry =>
        Overridable(NameRule.Registry, overrides.Registry, "registry.name", $"cr{application}{_code}{_unique}");

    /// <summary>As hosts pull it: <c>shop.azurecr.io/web:v1.2.3</c>.</summary>
    public string ImageOf(string repository, ImageTag tag) => $"{Registry}.azurecr.io/{repository}:{tag}";

    public AzureName Vault =>
        Overridable(NameRule.Vault, overrides.Vault, "vault.name", $"kv-{application}-{_code}-{_unique}");

    public AzureName DatabaseServer =>
        Overridable(NameRule.DatabaseServer, overrides.DatabaseServer, "database.serverName", $"psql-{application}-{_code}-{_unique}");

    public AzureName ManagedCache => Derived(NameRule.ManagedCache, $"amr-{application}-{_code}-{_unique}");

    public AzureName ClassicCache => Derived(NameRule.ClassicCache, $"redis-{application}-{_code}-{_unique}");

    public AzureName MigrationJob => Derived(NameRule.ContainerApp, $"{application}-migration-{_code}");

    public AzureName ContainerApp(string service) => OfService(NameRule.ContainerApp, service, $"{application}-{service}-{_code}");

    public AzureName Site(string service) => OfService(NameRule.Site, service, $"{application}-{service}-{_code}-{_unique}");

    public AzureName Identity(string service) => OfService(NameRule.Identity, service, $"id-{application}-{service}-{_code}");

    public AzureName Alert(string what) => Shared(NameRule.Alert, $"alert-{what}");

    public AzureName Subnet(string purpose) => Shared(NameRule.Subnet, $"snet-{purpose}");

    public AzureName SecurityGroup(string purpose) => Shared(NameRule.SecurityGroup, $"nsg-{purpose}");

    public AzureName PrivateEndpoint(string purpose) => Shared(NameRule.PrivateEndpoint, $"pep-{purpose}");

    /// <summary>
    /// The zone that the server's private address is found in: Azure demands this ending, and that it does not begin with
    /// the server's name.
    /// </summary>
    public string DatabaseZone => $"{application}-{_code}.private.postgres.database.azure.com";

    /// <summary>A role assignment's name is a GUID, here made from what it grants: the same grant is never made twice.</summary>
    public Guid RoleAssignment(string identity, string role, string scope) =>
        StableHash.Guid(organization, application, stack.Name, identity, role, scope);

    private AzureName Shared(NameRule rule, string kind) => Derived(rule, $"{kind}-{application}-{_code}");

    private static AzureName Derived(NameRule rule, string name) => new(rule, name, "application");

    private static AzureName OfService(NameRule rule, string service, string name) => new(rule, name, $"services.{service}");

    private static AzureName Overridable(NameRule rule, string? stated, string setting, string derived) =>
        stated is null ? Derived(rule, derived) : new AzureName(rule, stated, setting);
}
