using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Arm.Calls;

/// <summary>The resources that Resource Manager, and Resource Graph after it, lists by themselves.</summary>
internal static class Tracked
{
    public static async Task<ImmutableArray<AzureResource>> InAsync(ArmWorld world, string scope, CancellationToken cancellation) =>
        [.. (await world.Azure.Resources.ListAsync(scope, cancellation)).Where(Is)];

    /// <summary>Not the groups, and of what is beneath or upon other resources only slots, which are sites.</summary>
    private static bool Is(AzureResource resource)
    {
        var after = KnownScope.AfterProvider(resource.Id);
        var type = ResourceIds.TypeOf(resource.Id);
        return after.Length == 3 && resource.Id.Split('/').Length == 9
            || type.Equals("Microsoft.Web/sites/slots", StringComparison.OrdinalIgnoreCase);
    }
}
