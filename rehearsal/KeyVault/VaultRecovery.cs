using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.KeyVault;

internal static class VaultRecovery
{
    /// <param name="contents">What goes with the vault; secrets come back with it, and what hung on it does not.</param>
    public static AzureState Keep(AzureState state, AzureResource vault, IEnumerable<AzureResource> contents, DateTimeOffset now)
    {
        var kept = contents.Where(child => child.Type == "azure-native:keyvault:Secret");
        var deleted = new DeletedVault(vault, [.. kept], now, now.AddDays(new VaultInputs(vault).RetentionDays));
        return state with { DeletedVaults = state.DeletedVaults.SetItem(deleted.Name, deleted) };
    }

    /// <exception cref="AzureException">The resource group is gone.</exception>
    public static void Recover(Turn turn, DeletedVault deleted)
    {
        var group = ResourceIds.OfGroup(ResourceIds.GroupOf(deleted.Vault.Id)!);
        if (turn.State.Find(group) is null)
            throw AzureException.NotFound("ResourceGroupNotFound", group, $"{deleted.Vault.Title} is recovered into its resource group '{group}', which does not exist.");

        var state = turn.State.With(deleted.Vault);
        foreach (var secret in deleted.Contents)
            state = state.With(secret);
        turn.State = state with { DeletedVaults = state.DeletedVaults.Remove(deleted.Name) };
    }
}
