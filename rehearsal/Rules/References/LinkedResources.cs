using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Rules.References;

/// <summary>What a resource names by its id must exist.</summary>
internal static class LinkedResources
{
    public static void Check(PutRequest put)
    {
        foreach (var path in LinkPaths.Of(put.Desired.Type))
        {
            foreach (var id in put.Desired.Select(path).OfType<string>())
                Check(put, path, id);
        }
    }

    private static void Check(PutRequest put, string path, string id)
    {
        // An identity may be the resource's own; and nothing is what an empty text refers to.
        if (id.Length == 0 || id.Equals("system", StringComparison.OrdinalIgnoreCase))
            return;

        if (id[0] != '/')
            throw put.BadRequest("LinkedInvalidPropertyId", path, $"the property '{path}' is '{id}', which is no id of a resource.");

        // Other subscriptions and management groups are not held, and may hold anything.
        if (!ResourceIds.Covers(ResourceIds.Subscription, id) || ResourceIds.Same(ResourceIds.Subscription, id) || put.State.Find(id) is not null)
            return;

        throw Missing(put, path, $"the property '{path}' refers to '{id}', which does not exist.");
    }

    private static AzureException Missing(PutRequest put, string path, string message) => path switch
    {
        "identity.userAssignedIdentities[]" => put.BadRequest("FailedIdentityOperation", path, message),
        "serverFarmId" => put.NotFound("NotFound", path, message),
        "scope" or "resourceUri" => put.NotFound("ResourceNotFound", path, message),
        "sourceServerResourceId" => put.NotFound("ResourceNotFound", path, message),
        _ => put.BadRequest("InvalidResourceReference", path, message),
    };
}
