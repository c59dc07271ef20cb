using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Store;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Rules.Authorization;

/// <summary>A grant is made once, to somebody who exists, and never changed.</summary>
internal static class RoleAssignments
{
    public const string Type = "azure-native:authorization:RoleAssignment";

    private static readonly string[] Grant = ["principalId", "roleDefinitionId", "condition"];

    public static void Check(PutRequest put)
    {
        if (put.Desired.Type != Type)
            return;

        if (put.Existing is { } existing)
            RefuseChange(put, existing);

        var principal = put.Desired.Declared.Text("principalId");
        if (IsWorkload(put.Desired) && put.State.HolderOf(Claims.Principal(principal)) is null && principal != Deployer(put.Scope))
        {
            throw put.BadRequest(
                "PrincipalNotFound",
                "principalId",
                $"the principal '{principal}' does not exist in the directory '{AzureScope.TenantId}'. A new identity may take minutes to appear there.");
        }

        if (put.State.HolderOf(Claims.Grant(put.Desired)) is { } twin && !ResourceIds.Same(twin.Id, put.Desired.Id))
        {
            throw put.Conflict(
                "RoleAssignmentExists", put.Desired.Id, $"the role assignment '{twin.AzureName}' already grants the same role to the same principal on the same scope.");
        }
    }

    private static void RefuseChange(PutRequest put, AzureResource existing)
    {
        foreach (var path in Grant)
        {
            if (!PlainValues.Same(existing.Declared.Find(path), put.Desired.Declared.Find(path)))
            {
                throw put.Conflict(
                    "RoleAssignmentUpdateNotPermitted", path, $"the property '{path}' of a role assignment cannot be updated. Delete it and make another.");
            }
        }
    }

    /// <summary>People and groups live in the directory, which is not modelled.</summary>
    private static bool IsWorkload(AzureResource assignment) =>
        assignment.Declared.TextOrNull("principalType") is null or "" or "ServicePrincipal";

    /// <summary>Whom the provider is logged in as (getClientConfig).</summary>
    private static string Deployer(AzureScope scope) => Derived.Guid($"{scope.Stack}/deployer/object");
}
