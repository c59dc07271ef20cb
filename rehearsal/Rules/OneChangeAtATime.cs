using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.Rules;

/// <summary>One change of a resource at a time; the second is refused and not queued.</summary>
internal static class OneChangeAtATime
{
    public static void Check(AzureState state, AzureResource? resource)
    {
        if (resource is null || state.PendingOn(resource.Id) is not { } pending)
            return;

        var code = resource.Type switch
        {
            AppInputs.Type => "ContainerAppOperationInProgress",
            "azure-native:dbforpostgresql:Server" => "ServerIsBusy",
            _ => "AnotherOperationInProgress",
        };
        throw AzureException.Conflict(
            code,
            resource.Id,
            $"{resource.Title}: the operation '{pending.Id}' is in progress since {pending.Started:O}. Try again when it has ended.");
    }
}
