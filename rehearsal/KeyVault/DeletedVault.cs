using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.KeyVault;

/// <summary>A vault that was deleted and keeps its name: all of Azure's, not only its group's.</summary>
/// <param name="Contents">What was in it, and comes back with it.</param>
/// <param name="Purges">When Azure purges it by itself.</param>
public sealed record DeletedVault(
    AzureResource Vault, ImmutableArray<AzureResource> Contents, DateTimeOffset Deleted, DateTimeOffset Purges)
{
    public string Name => Vault.AzureName;
}
