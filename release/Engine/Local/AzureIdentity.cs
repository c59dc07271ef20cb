using ReleaseInfra.Cli.Engine.Local.Apply;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Cli.Engine.Local;

/// <summary>What others name a resource by.</summary>
internal static class AzureIdentity
{
    public static bool IsInAzure(StackResource resource) => resource.Type.StartsWith("azure-native:", StringComparison.Ordinal);

    /// <summary>Its id and its name; nothing for what is not in Azure.</summary>
    public static IReadOnlyCollection<string> Of(ComputedValues values, StackResource resource)
    {
        if (!IsInAzure(resource))
            return [];

        var computed = values.Of(DeclaredInputs.Of(resource));
        return [computed.Id, computed.Name];
    }
}
