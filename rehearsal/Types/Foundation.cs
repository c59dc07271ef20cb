using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Types;

/// <summary>Resource groups, identities, roles, locks and the registry.</summary>
internal static class Foundation
{
    public static void Register(Dictionary<string, ResourceRule> rules)
    {
        rules["azure-native:resources:ResourceGroup"] = new(ResourceGroup)
        {
            NameInput = "resourceGroupName",
            Immutable = ["resourceGroupName", "location"],
        };
        rules["azure-native:managedidentity:UserAssignedIdentity"] =
            new ArmType("Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}") { Adds = AddPrincipal }.Rule();
        rules["azure-native:managedidentity:FederatedIdentityCredential"] =
            new ArmType("Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}/federatedIdentityCredentials/{federatedIdentityCredentialResourceName}")
                .Rule();
        rules["azure-native:authorization:RoleAssignment"] = new(RoleAssignment)
        {
            NameInput = "roleAssignmentName",
            Immutable = ["roleAssignmentName", "principalId", "principalType", "roleDefinitionId", "scope", "condition"],
        };
        rules["azure-native:authorization:ManagementLockByScope"] = new(Lock)
        {
            NameInput = "lockName",
            Immutable = ["lockName", "scope"],
        };
        rules["azure-native:containerregistry:Registry"] =
            new ArmType("Microsoft.ContainerRegistry/registries/{registryName}") { Adds = AddRegistry }.Rule();
        rules["azure-native:containerregistry:Replication"] =
            new ArmType("Microsoft.ContainerRegistry/registries/{registryName}/replications/{replicationName}").Rule();
    }

    private static ComputedResource ResourceGroup(AzureScope scope, DeclaredResource resource)
    {
        var name = resource.Text("resourceGroupName");
        var id = $"/subscriptions/{AzureScope.SubscriptionId}/resourceGroups/{name}";
        return new ComputedResource(id, name, new ArmResource(scope, resource, id, name, name).Outputs);
    }

    private static void AddPrincipal(ArmResource identity)
    {
        identity.Outputs["principalId"] = identity.Guid("principal");
        identity.Outputs["clientId"] = identity.Guid("client");
        identity.Outputs["tenantId"] = AzureScope.TenantId;
    }

    private static ComputedResource RoleAssignment(AzureScope scope, DeclaredResource resource) =>
        OnScope(scope, resource, "roleAssignments", "roleAssignmentName");

    private static ComputedResource Lock(AzureScope scope, DeclaredResource resource) =>
        OnScope(scope, resource, "locks", "lockName");

    /// <summary>What Azure hangs on another resource has that one's id in front, and no group of its own.</summary>
    private static ComputedResource OnScope(AzureScope scope, DeclaredResource resource, string kind, string nameInput)
    {
        var target = resource.Text("scope");
        var name = resource.TextOrNull(nameInput) ?? Derived.Guid($"{scope.Stack}/{target}/{resource.Name}");
        var id = $"{target}/providers/Microsoft.Authorization/{kind}/{name}";
        return new ComputedResource(id, name, new Dictionary<string, object>
        {
            ["name"] = name,
            ["scope"] = target,
            ["type"] = $"Microsoft.Authorization/{kind}",
        });
    }

    private static void AddRegistry(ArmResource registry) =>
        registry.Outputs["loginServer"] = $"{registry.Name.ToLowerInvariant()}.azurecr.io";
}
