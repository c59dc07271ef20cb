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
    private readonly Placement placement;
    private readonly AzureAccount account;
    private readonly Resource parent;
    private readonly UserAssignedIdentity identity;

    public ServiceIdentity(string service, Placement placement, AzureAccount account, IdentityScopes scopes, bool readsSecrets, Resource parent)
    {
        this.service = service;
        this.placement = placement;
        this.account = account;
        this.parent = parent;
        identity = new UserAssignedIdentity(
            $"{service}-identity",
            new UserAssignedIdentityArgs
            {
                ResourceName = placement.Names.Identity(service).Value,
                ResourceGroupName = placement.ResourceGroup,
                Location = placement.Location,
                Tags = placement.Tags,
            },
            new CustomResourceOptions { Parent = parent });

        Grants.Add(Grant("pull", BuiltInRole.AcrPull, placement.Names.Registry, scopes.RegistryId));
        if (readsSecrets)
            Grants.Add(Grant("secrets", BuiltInRole.KeyVaultSecretsUser, placement.Names.Vault, scopes.VaultId));
    }

    public Output<string> Id => identity.Id;

    public Output<string> ClientId => identity.ClientId;

    /// <summary>What runs with the identity waits for these.</summary>
    public List<Resource> Grants { get; } = [];

    private RoleAssignment Grant(string purpose, BuiltInRole role, AzureName scopeName, Output<string> scope) => new(
        $"{service}-{purpose}",
        new RoleAssignmentArgs
        {
            RoleAssignmentName = placement.Names.RoleAssignment(placement.Names.Identity(service).Value, role.Name, scopeName.Value).ToString(),
            PrincipalId = identity.PrincipalId,
            // Stated, so that Azure does not look for a principal that has not been replicated yet.
            PrincipalType = PrincipalType.ServicePrincipal,
            RoleDefinitionId = role.DefinitionIn(account),
            Scope = scope,
        },
        // An assignment is immutable, and its successor has the same name.
        new CustomResourceOptions { Parent = parent, DeleteBeforeReplace = true });
}
