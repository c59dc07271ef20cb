using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.Rules.Authorization;

/// <summary>A lock holds its scope and everything beneath, role assignments and diagnostic settings too; only locks go freely.</summary>
internal static class Locks
{
    private const string Type = "azure-native:authorization:ManagementLockByScope";

    public static void CheckPut(PutRequest put)
    {
        if (put.Desired.Type == Type)
            return;

        var locked = put.State.OfType(Type).FirstOrDefault(held =>
            held.Declared.TextOrNull("level") == "ReadOnly" && ResourceIds.Covers(held.Declared.Text("scope"), put.Desired.Id));
        if (locked is not null)
            throw Refuse("write", put.Desired.Id, locked);
    }

    /// <param name="going">All that is deleted together: one locked part keeps the whole.</param>
    public static void CheckDelete(AzureState state, AzureResource resource, IReadOnlyCollection<AzureResource> going)
    {
        if (resource.Type == Type)
            return;

        foreach (var held in state.OfType(Type))
        {
            if (going.Any(gone => gone.Type != Type && ResourceIds.Covers(held.Declared.Text("scope"), gone.Id)))
                throw Refuse("delete", resource.Id, held);
        }
    }

    private static AzureException Refuse(string operation, string id, AzureResource held) => AzureException.Conflict(
        "ScopeLocked",
        id,
        $"The scope '{id}' cannot perform the {operation} operation, because the scope '{held.Declared.Text("scope")}' is locked by " +
        $"'{held.AzureName}'. Remove the lock and try again.");
}
