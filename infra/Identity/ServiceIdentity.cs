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
    private readonly string _service;
    private readonly AzureName _name;
    private readonly ServicePlatform _platform;
    private readonly Resource _parent;
    private readonly UserAssignedIdentity _identity;

    public ServiceIdentity(string service, ServicePlatform platform, bool readsSecrets, Resource parent)
    {
        _service = service;
        _platform = platform;
        _parent = parent;
        var placement = platform.Placement;
        _name = placement.Names.Identity(service);
        _identity = new UserAssignedIdentity(
            $"{service}-identity",
            new UserAssignedIdentityArgs
            {
                ResourceName = _name.Value,
                ResourceGroupName = placement.ResourceGroup,
                Location = placement.Location,
                Tags = placement.Tags,
            },
            new CustomResourceOptions { Parent = parent });

        Grants.Add(Grant("pull", BuiltInRole.AcrPull, placement.Names.Registry, platform.Scopes.RegistryId));
        if (readsSecrets)
            Grants.Add(Grant("secrets", BuiltInRole.KeyVaultSecretsUser, placement.Names.Vault, platform.Scopes.VaultId));
    }

    public Output<string> Id => _identity.Id;

    public Output<string> ClientId => _identity.ClientId;

    /// <summary>What runs with the identity waits for these.</summary>
    public List<Resource> Grants { get; } = [];

    private RoleAssignment Grant(string purpose, BuiltInRole role, AzureName scopeName, Output<string> scope) => new(
        $"{_service}-{purpose}",
        new RoleAssignmentArgs
        {
            RoleAssignmentName = _platform.Placement.Names.RoleAssignment(_name.Value, role.Name, scopeName.Value).ToString(),
            PrincipalId = _identity.PrincipalId,
            // Stated, so that Azure does not look for a principal that has not been replicated yet.
            PrincipalType = PrincipalType.ServicePrincipal,
            RoleDefinitionId = role.DefinitionIn(_platform.Account),
            Scope = scope,
        },
        // An assignment is immutable, and its successor has the same name.
        new CustomResourceOptions { Parent = _parent, DeleteBeforeReplace = true });
}
