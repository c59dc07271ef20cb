using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.ContainerApps;

/// <summary>An app's outputs as they are, in place of those that follow from its inputs alone.</summary>
internal static class ContainerAppOutputs
{
    public static AzureResource Of(AzureResource resource, ContainerAppState app, bool isInProgress)
    {
        var latest = app.Latest?.Name ?? "";
        return resource with
        {
            Outputs = new Dictionary<string, object>(resource.Outputs)
            {
                ["provisioningState"] = isInProgress ? "InProgress" : app.Failed ? "Failed" : "Succeeded",
                ["runningStatus"] = isInProgress ? "Progressing" : "Running",
                ["latestRevisionName"] = latest,
                ["latestReadyRevisionName"] = app.LatestReady ?? "",
                ["latestRevisionFqdn"] = latest.Length == 0 ? "" : new AppHosts(resource).Revision(latest),
            },
        };
    }
}
