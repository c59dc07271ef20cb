using ReleaseInfra.Rehearsal.Arm.Http;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Arm.Calls;

/// <summary>The resource of a group that a call is made on or beneath.</summary>
internal static class Holders
{
    /// <summary>Of <c>/subscriptions/s/resourceGroups/g/providers/n/t/name</c>, with the empty one in front.</summary>
    private const int Segments = 9;

    /// <exception cref="ArmRefusal">There is none.</exception>
    public static async Task<AzureResource> RequireAsync(ArmWorld world, ArmRequest request)
    {
        await KnownScope.RequireHolderAsync(world, request);
        var id = string.Join('/', request.Path.Split('/')[..Segments]);
        return await world.Azure.Resources.FindAsync(id, request.Cancellation) ?? throw new ArmRefusal(ArmErrors.ResourceNotFound(id));
    }
}
