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
        return new JsonObject
        {
            ["id"] = $"{appId}/revisions/{revision.Name}",
            ["name"] = revision.Name,
            ["type"] = Type,
            ["properties"] = new JsonObject
            {
                ["createdTime"] = ToWire.Time(revision.Created),
                ["lastActiveTime"] = ToWire.Time(revision.LastActive),
                ["fqdn"] = view.Fqdn,
                ["template"] = ToWire.Json(ToWire.Unmasked(revision.Template)),
                ["active"] = revision.Active,
                ["replicas"] = view.Replicas.Length,
                ["trafficWeight"] = view.TrafficWeight,
                ["healthState"] = revision.Health.ToString(),
                ["provisioningState"] = Provisioning(revision),
                ["runningState"] = view.RunningState,
            },
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
                ["containers"] = new JsonArray([.. PlainValues.Select(view.Revision.Template, "containers[].name").Select(name => Container(name, isReady))]),
            },
        };
    }

    private static JsonObject Container(object name, bool isReady) => new()
    {
        ["name"] = ToWire.Json(name),
        ["ready"] = isReady,
        ["started"] = isReady,
        ["restartCount"] = 0,
        ["runningState"] = isReady ? "Running" : "Waiting",
    };

    /// <summary>A revision that fails its probes is provisioned all the same.</summary>
    private static string Provisioning(Revision revision) => revision switch
    {
        { Active: false } => "Deprovisioned",
        { Health: RevisionHealth.None } => "Provisioning",
        _ => "Provisioned",
    };
}
