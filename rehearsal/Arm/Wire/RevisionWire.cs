using System.Text.Json.Nodes;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Arm.Wire;

internal static class RevisionWire
{
    private const string Type = "Microsoft.App/containerApps/revisions";

    public static JsonObject Of(string appId, RevisionView view)
    {
        var revision = view.Revision;
        var properties = new JsonObject
        {
            ["createdTime"] = ToWire.Time(revision.Created),
            ["lastActiveTime"] = ToWire.Time(revision.LastActive),
            ["fqdn"] = view.Fqdn,
            ["template"] = ToWire.Json(ToWire.Unmasked(revision.Template)),
            ["active"] = revision.Active,
            ["replicas"] = view.Replicas.Length,
            ["trafficWeight"] = view.TrafficWeight,
            ["healthState"] = revision.Health.ToString(),
            ["provisioningState"] = Provisioning(view),
            ["runningState"] = view.RunningState,
        };
        if (view.Error is { } error)
            properties["provisioningError"] = error;
        return new JsonObject
        {
            ["id"] = $"{appId}/revisions/{revision.Name}",
            ["name"] = revision.Name,
            ["type"] = Type,
            ["properties"] = properties,
        };
    }

    public static JsonObject OfReplica(string appId, RevisionView view, string replica)
    {
        var isReady = view.Revision.Health == RevisionHealth.Healthy;
        var state = isReady ? "Running" : "NotRunning";
        return new JsonObject
        {
            ["id"] = $"{appId}/revisions/{view.Revision.Name}/replicas/{replica}",
            ["name"] = replica,
            ["type"] = Type + "/replicas",
            ["properties"] = new JsonObject
            {
                ["createdTime"] = ToWire.Time(view.Revision.LastActive),
                ["runningState"] = state,
                ["containers"] = new JsonArray([.. PlainValues.Select(view.Revision.Template, "containers[].name").Select(name => Container(name, isReady, view.Restarts))]),
            },
        };
    }

    private static JsonObject Container(object name, bool isReady, int restarts) => new()
    {
        ["name"] = ToWire.Json(name),
        ["ready"] = isReady,
        ["started"] = isReady,
        ["restartCount"] = restarts,
        ["runningState"] = isReady ? "Running" : "Waiting",
    };

    /// <summary>A revision that fails its probes is provisioned all the same.</summary>
    private static string Provisioning(RevisionView view) => view switch
    {
        { Revision.Active: false } => "Deprovisioned",
        { Error: not null } => "Failed",
        { Revision.Health: RevisionHealth.None } => "Provisioning",
        _ => "Provisioned",
    };
}
