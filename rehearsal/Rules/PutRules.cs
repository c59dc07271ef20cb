using ReleaseInfra.Rehearsal.AppService;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.KeyVault;
using ReleaseInfra.Rehearsal.Postgres;
using ReleaseInfra.Rehearsal.Rules.Authorization;
using ReleaseInfra.Rehearsal.Rules.Names;
using ReleaseInfra.Rehearsal.Rules.References;
using ReleaseInfra.Rehearsal.Rules.Tiers;

namespace ReleaseInfra.Rehearsal.Rules;

/// <summary>Everything that is asked of a resource before it is created or changed.</summary>
internal static class PutRules
{
    /// <summary>
    /// In Azure's order: what Resource Manager sees by itself, then what the resource's own service looks at. The first refusal
    /// is the answer.
    /// </summary>
    private static readonly Action<PutRequest>[] InOrder =
    [
        ResourceNames.Check,
        GroupAndParent.Check,
        Locks.CheckPut,
        request => OneChangeAtATime.Check(request.State, request.Existing),
        RoleAssignments.Check,
        ImmutableProperties.Check,
        DeletedVaultNames.Check,
        GlobalNames.Check,
        LinkedResources.Check,
        VaultRules.Check,
        ServerRules.Check,
        RestoreRules.Check,
        BackupRules.Check,
        EnvironmentTiers.Check,
        RegistryTiers.Check,
        PlanTiers.Check,
        SlotRules.Check,
        RampUpRules.Check,
        ContainerSizes.Check,
        ContainerAppRules.Check,
    ];

    /// <exception cref="AzureException">A rule refused.</exception>
    public static void Check(PutRequest request)
    {
        foreach (var rule in InOrder)
            rule(request);
    }
}
