using ReleaseInfra.Rehearsal.Arm.Http;
using ReleaseInfra.Rehearsal.Arm.Wire;

namespace ReleaseInfra.Rehearsal.Arm.Calls;

internal sealed class RevisionCalls(ArmWorld world)
{
    private const string Revisions = CallPaths.App + "/revisions";
    private const string Revision = Revisions + "/{revision}";
    private const string Replicas = Revision + "/replicas";

    public IEnumerable<ArmCall> All =>
    [
        new("revisions.list", "GET", Revisions, ListAsync),
        new("revisions.get", "GET", Revision, GetAsync),
        new("revisions.activate", "POST", Revision + "/activate", request => DoAsync(request, world.Azure.ContainerApps.ActivateAsync)),
        new("revisions.deactivate", "POST", Revision + "/deactivate", request => DoAsync(request, world.Azure.ContainerApps.DeactivateAsync)),
        new("revisions.restart", "POST", Revision + "/restart", request => DoAsync(request, world.Azure.ContainerApps.RestartAsync)),
        new("replicas.list", "GET", Replicas, ListReplicasAsync),
        new("replicas.get", "GET", Replicas + "/{replica}", GetReplicaAsync),
    ];

    /// <summary>The inactive ones too: it is the command line of Azure that hides them.</summary>
    private async Task<ArmAnswer> ListAsync(ArmRequest request)
    {
        var app = await AppAsync(request);
        var revisions = await world.Azure.ContainerApps.ListAsync(app, request.Cancellation);
        var active = request.Query("$filter") switch
        {
            null => (bool?)null,
            "properties/active eq true" or "active eq true" => true,
            "properties/active eq false" or "active eq false" => false,
            var other => throw new ArmRefusal(ArmErrors.InvalidFilter(other, "properties/active eq true, properties/active eq false")),
        };
        return JsonAnswer.Page(revisions.Where(view => active is null || view.Revision.Active == active).Select(view => RevisionWire.Of(app, view)));
    }

    private async Task<ArmAnswer> GetAsync(ArmRequest request)
    {
        var app = await AppAsync(request);
        var view = await world.Azure.ContainerApps.GetAsync(app, request.Value("revision"), request.Cancellation);
        return new JsonAnswer(200, RevisionWire.Of(app, view));
    }

    private async Task<ArmAnswer> DoAsync(ArmRequest request, Func<string, string, CancellationToken, Task> act)
    {
        await act(await AppAsync(request), request.Value("revision"), request.Cancellation);
        await world.ChangedAsync(request.Cancellation);
        return new EmptyAnswer(200);
    }

    private async Task<ArmAnswer> ListReplicasAsync(ArmRequest request)
    {
        var app = await AppAsync(request);
        var view = await world.Azure.ContainerApps.GetAsync(app, request.Value("revision"), request.Cancellation);
        return JsonAnswer.Page(view.Replicas.Select(replica => RevisionWire.OfReplica(app, view, replica)));
    }

    private async Task<ArmAnswer> GetReplicaAsync(ArmRequest request)
    {
        var app = await AppAsync(request);
        var view = await world.Azure.ContainerApps.GetAsync(app, request.Value("revision"), request.Cancellation);
        return view.Replicas.FirstOrDefault(name => name.Equals(request.Value("replica"), StringComparison.OrdinalIgnoreCase)) is { } replica
            ? new JsonAnswer(200, RevisionWire.OfReplica(app, view, replica))
            : ArmErrors.ResourceNotFound(request.Path);
    }

    /// <exception cref="ArmRefusal">There is no such app.</exception>
    private async Task<string> AppAsync(ArmRequest request) => (await Holders.RequireAsync(world, request)).Id;
}
