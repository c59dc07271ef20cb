using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Rules;

/// <summary>Nothing is created in a group, or under a parent, that does not exist.</summary>
internal static class GroupAndParent
{
    public static void Check(PutRequest put)
    {
        var id = put.Desired.Id;
        // What hangs on a resource of another subscription is there, where nothing is known.
        if (!ResourceIds.Covers(ResourceIds.Subscription, id))
            return;

        if (ResourceIds.GroupOf(id) is { } group
            && !ResourceIds.Same(id, ResourceIds.OfGroup(group))
            && put.State.Find(ResourceIds.OfGroup(group)) is null)
        {
            throw put.NotFound("ResourceGroupNotFound", "resourceGroupName", $"the resource group '{group}' could not be found.");
        }

        if (ResourceIds.ParentOf(id) is { } parent && put.State.Find(parent) is null)
        {
            throw put.NotFound(
                "ParentResourceNotFound", id, $"the parent {ResourceIds.TypeOf(parent)} '{parent[(parent.LastIndexOf('/') + 1)..]}' could not be found.");
        }
    }
}
