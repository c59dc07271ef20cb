using Pulumi;
using Pulumi.AzureNative.Authorization;
using Pulumi.AzureNative.ManagedIdentity;
using ReleaseInfra.Domain.Names;

namespace ReleaseInfra.Infra.Identity;

/// <summary>One service's identity and what it may do: pull its image, and read secrets if it has any.</summary>
/// <remarks>
/// User-assigned, since a system-assigned identity does not exist before its app does, and the app cannot be created
/// before its identity may pull. Not a component of its own but a part of the service's.
/// </remarks>
internal sealed class ServiceIdentity
{
    private readonly string service;
    private readonly AzureName name;
    private readonly ServicePlatform platform;
    private readonly Resource parent;
    private readonly UserAssignedIdentity identity;

    public ServiceIdentity(string service, ServicePlatform platform, bool readsSecrets, Resource parent)
    {
        this.service = service;
        this.platform = platform;
        this.parent = parent;
        var placement = platform.Placement;
        name = placement.Names.Identity(service);
        identity = new UserAssignedIdentity(
            $"{service}-identity",
            new UserAssignedIdentityArgs
            {
                ResourceName = name.Value,
                ResourceGroupName = placement.ResourceGroup,
                Location = placement.Location,
                Tags = placement.Tags,
            },
            new CustomResourceOptions { Parent = parent });

        Grants.Add(Grant("pull", BuiltInRole.AcrPull, placement.Names.Registry, platform.Scopes.RegistryId));
        if (readsSecrets)
            Grants.Add(Grant("secrets", BuiltInRole.KeyVaultSecretsUser, placement.Names.Vault, platform.Scopes.VaultId));
    }

    public Output<string> Id => identity.Id;

    public Output<string> ClientId => identity.ClientId;

    /// <summary>What runs with the identity waits for these.</summary>
    public List<Resource> Grants { get; } = [];

    private RoleAssignment Grant(string purpose, BuiltInRole role, AzureName scopeName, Output<string> scope) => new(
        $"{service}-{purpose}",
        new RoleAssignmentArgs
        {
            RoleAssignmentName = platform.Placement.Names.RoleAssignment(name.Value, role.Name, scopeName.Value).ToString(),
            PrincipalId = identity.PrincipalId,
            // Stated, so that Azure does not look for a principal that has not been replicated yet.
            PrincipalType = PrincipalType.ServicePrincipal,
            RoleDefinitionId = role.DefinitionIn(platform.Account),
            Scope = scope,
        },
        // An assignment is immutable, and its successor has the same name.
        new CustomResourceOptions { Parent = parent, DeleteBeforeReplace = true });
}
