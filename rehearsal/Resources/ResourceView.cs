using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Postgres;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.Resources;

/// <summary>A resource as it is found now: its outputs follow from more than its inputs.</summary>
internal static class ResourceView
{
    public static AzureResource Of(Turn turn, AzureResource resource)
    {
        var isInProgress = turn.State.PendingOn(resource.Id) is not null;
        return resource.Type switch
        {
            AppInputs.Type => ContainerAppOutputs.Of(resource, turn.State.Apps[resource.Id], isInProgress),
            ServerInputs.Type => ServerOutputs.OfServer(resource, turn.Now, isInProgress),
            ServerInputs.BackupType => ServerOutputs.OfBackup(resource, turn.Options.Durations.Backup, isInProgress),
            _ => resource,
        };
    }
}
