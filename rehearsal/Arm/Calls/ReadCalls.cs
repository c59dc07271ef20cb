using ReleaseInfra.Rehearsal.Arm.Http;
using ReleaseInfra.Rehearsal.Arm.Wire;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Arm.Calls;

/// <summary>Reading a resource by its id, and the resources of one type under a group or a parent; the same for every type.</summary>
internal sealed class ReadCalls(ArmWorld world)
{
    private const string Backups = CallPaths.Server + "/backups";
    private const string Slots = CallPaths.Site + "/slots";

    /// <summary>What a release reads has a name of its own, so that a fault can be put on it.</summary>
    public IEnumerable<ArmCall> All =>
    [
        new("containerApps.list", "GET", CallPaths.Apps, ListAsync),
        new("containerApps.get", "GET", CallPaths.App, GetAsync),
        new("jobs.get", "GET", CallPaths.Job, GetAsync),
        new("servers.get", "GET", CallPaths.Server, GetAsync),
        new("backups.list", "GET", Backups, ListAsync),
        new("backups.get", "GET", Backups + "/{backup}", GetAsync),
        new("sites.get", "GET", CallPaths.Site, GetAsync),
        new("slots.list", "GET", Slots, ListAsync),
        new("slots.get", "GET", Slots + "/{slot}", GetAsync),
        new("resources.get", "GET", "/{resource*}", GetOrListAsync),
    ];

    private Task<ArmAnswer> GetOrListAsync(ArmRequest request) =>
        IsOfOne(request.Path) ? GetAsync(request) : ListAsync(request);

    private async Task<ArmAnswer> GetAsync(ArmRequest request)
    {
        await KnownScope.RequireAsync(world, request);
        return await world.Azure.Resources.FindAsync(request.Path, request.Cancellation) is { } found
            ? new JsonAnswer(200, ToWire.Of(found))
            : ArmErrors.ResourceNotFound(request.Path);
    }

    private async Task<ArmAnswer> ListAsync(ArmRequest request)
    {
        await KnownScope.RequireAsync(world, request);
        var type = request.Path[(request.Path.LastIndexOf('/') + 1)..];
        var within = request.Path[..^(type.Length + 1)];
        if (ResourceIds.ParentOf(request.Path + "/any") is { } parent && await world.Azure.Resources.FindAsync(parent, request.Cancellation) is null)
            return ArmErrors.ResourceNotFound(parent);

        var listed = await world.Azure.Resources.ListAsync(KnownScope.Above(within), request.Cancellation);
        return JsonAnswer.Page(listed.Where(resource => IsDirectly(request.Path, resource.Id)).Select(ToWire.Of));
    }

    /// <summary>After the last provider a namespace is followed by types and names in turn.</summary>
    private static bool IsOfOne(string path) => KnownScope.AfterProvider(path).Length % 2 == 1;

    /// <summary>A list of the subscription's reaches into all groups.</summary>
    private static bool IsDirectly(string list, string id)
    {
        var typed = KnownScope.AfterProvider(list);
        if (list.Contains("/resourceGroups/", StringComparison.OrdinalIgnoreCase))
            return ResourceIds.Covers(list, id) && id.Split('/').Length == list.Split('/').Length + 1;
        return typed.Length == 2 && ResourceIds.Same(ResourceIds.TypeOf(id), string.Join('/', typed));
    }
}
