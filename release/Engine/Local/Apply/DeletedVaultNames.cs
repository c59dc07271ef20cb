using ReleaseInfra.Rehearsal;

namespace ReleaseInfra.Cli.Engine.Local.Apply;

/// <summary>
/// A deleted vault keeps its name in all of Azure. Where nothing protects it from purging it is purged, so that the same stack
/// can be made again; else its name stays taken, as Azure will say.
/// </summary>
internal static class DeletedVaultNames
{
    private const string VaultType = "azure-native:keyvault:Vault";
    private const int NotAllowed = 405;

    public static async Task LetGoAsync(IStackAzure azure, StackResource deleted, string name, CancellationToken cancellation)
    {
        if (deleted.Type != VaultType)
            return;

        try
        {
            await azure.PurgeVaultAsync(name, cancellation);
        }
        catch (AzureException refused) when (refused.Error.Status == NotAllowed)
        {
            // It says so itself when somebody wants the name again.
        }
    }
}
