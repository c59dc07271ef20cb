using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Rules.Authorization;
using ReleaseInfra.Rehearsal.Rules.Names;

namespace ReleaseInfra.Rehearsal.Store;

/// <summary>What one resource at most can have, as the keys of an index. Azure compares all of it without case.</summary>
internal static class Claims
{
    public static IEnumerable<string> Of(AzureResource resource)
    {
        if (resource.PrincipalId is { } principal)
            yield return Principal(principal);
        if (GlobalNames.Concern(resource.Type))
            yield return Name(resource);
        if (resource.Type == RoleAssignments.Type)
            yield return Grant(resource);
    }

    public static string Principal(string id) => $"principal {id}";

    /// <summary>A name in DNS.</summary>
    public static string Name(AzureResource resource) => $"name {resource.Type} {resource.AzureName}";

    /// <summary>The role, the scope and who has it there.</summary>
    public static string Grant(AzureResource assignment)
    {
        var declared = assignment.Declared;
        return $"grant {declared.TextOrNull("principalId")} {declared.TextOrNull("roleDefinitionId")} {declared.TextOrNull("scope")}";
    }
}
