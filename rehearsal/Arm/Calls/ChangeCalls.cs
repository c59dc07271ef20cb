using ReleaseInfra.Rehearsal.Arm.Http;
using ReleaseInfra.Rehearsal.Arm.Wire;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Arm.Calls;

/// <summary>Creating, changing and deleting what a release changes: container apps, PostgreSQL servers and their backups.</summary>
internal sealed class ChangeCalls(ArmWorld world)
{
    private const string Backup = CallPaths.Server + "/backups/{backup}";

    public IEnumerable<ArmCall> All =>
    [
        new("containerApps.put", "PUT", CallPaths.App, request => PutAsync(request, isTracked: true)),
        new("containerApps.patch", "PATCH", CallPaths.App, PatchAsync),
        new("containerApps.delete", "DELETE", CallPaths.App, DeleteAsync),
        new("servers.put", "PUT", CallPaths.Server, request => PutAsync(request, isTracked: true)),
        new("backups.put", "PUT", Backup, request => PutAsync(request, isTracked: false)),
        new("backups.delete", "DELETE", Backup, DeleteAsync),
    ];

    /// <param name="isTracked">Whether it has a location; what has none needs no body either.</param>
    private async Task<ArmAnswer> PutAsync(ArmRequest request, bool isTracked)
    {
        await KnownScope.RequireAsync(world, request);
        var body = isTracked ? await request.BodyAsync() : await request.OptionalBodyAsync() ?? default;
        if (isTracked && !body.TryGetProperty("location", out _))
            return ArmErrors.Of(400, "LocationRequired", "The location property is required for this definition.");

        var type = ArmTypes.Find(ResourceIds.TypeOf(request.Path))!;
        var existing = await world.Azure.Resources.FindAsync(request.Path, request.Cancellation);
        var name = existing?.Declared.Name ?? request.Path[(request.Path.LastIndexOf('/') + 1)..];
        var put = await world.Azure.Resources.PutAsync(FromWire.Resource(type, request.Path, name, body), request.Cancellation);
        await world.ChangedAsync(request.Cancellation);

        var answer = new JsonAnswer(put.IsNew ? 201 : 200, ToWire.Of(put.Resource));
        return put.Operation.State is OperationSucceeded ? answer : answer.Follow(request, world, put.Resource, put.Operation);
    }

    private async Task<ArmAnswer> PatchAsync(ArmRequest request)
    {
        await KnownScope.RequireAsync(world, request);
        if (await world.Azure.Resources.FindAsync(request.Path, request.Cancellation) is null)
            return ArmErrors.ResourceNotFound(request.Path);

        var patch = FromWire.Patch(ArmTypes.Find(ResourceIds.TypeOf(request.Path))!, await request.BodyAsync());
        var put = await world.Azure.Resources.PatchAsync(request.Path, patch, request.Cancellation);
        await world.ChangedAsync(request.Cancellation);
        return put.Operation.State is OperationSucceeded
            ? new JsonAnswer(200, ToWire.Of(put.Resource))
            : new EmptyAnswer(202).Follow(request, world, put.Resource, put.Operation);
    }

    private async Task<ArmAnswer> DeleteAsync(ArmRequest request)
    {
        await KnownScope.RequireAsync(world, request);
        var deleted = await world.Azure.Resources.DeleteAsync(request.Path, request.Cancellation);
        await world.ChangedAsync(request.Cancellation);
        return new EmptyAnswer(deleted ? 200 : 204);
    }
}
