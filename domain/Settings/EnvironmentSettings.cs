using System.Collections.Immutable;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Settings;

/// <summary>A whole environment, validated: what it is made of, and the release that it runs.</summary>
/// <remarks>
/// Invariant: every service of <see cref="Services"/>, and <c>migration</c> where there is one, has an entry in
/// <see cref="Release"/>, of the kind that the service can be released by, and no entry is without a service.
/// </remarks>
public sealed record EnvironmentSettings
{
    public required StackName Stack { get; init; }

    /// <summary>Part of the hash that makes Azure's global names unique, so that two companies' "shop" do not collide.</summary>
    public required string Organization { get; init; }

    public required string Application { get; init; }

    /// <summary>Azure region, as in <c>westeurope</c>.</summary>
    public required string Location { get; init; }

    public required ImmutableSortedDictionary<string, string> Tags { get; init; }

    public required ImmutableSortedDictionary<string, ServiceSettings> Services { get; init; }

    public required MigrationSettings? Migration { get; init; }

    public required RegistrySettings Registry { get; init; }

    public required ImageSettings Images { get; init; }

    public required VaultSettings Vault { get; init; }

    public required DatabaseSettings Database { get; init; }

    public required CacheSettings Cache { get; init; }

    public required NetworkSettings Network { get; init; }

    public required ContainerEnvironmentSettings ContainerEnvironment { get; init; }

    /// <summary>Null where no service is hosted on App Service.</summary>
    public required AppServicePlanSettings? AppServicePlan { get; init; }

    public required LogSettings Logs { get; init; }

    public required AlertSettings Alerts { get; init; }

    public required NotificationSettings Notifications { get; init; }

    public required ProtectionSettings Protection { get; init; }

    public required RolloutSettings Rollout { get; init; }

    public required FreezeSettings Freezes { get; init; }

    public required ApprovalSettings Approvals { get; init; }

    public JournalSettings Journal { get; init; } = new FileJournalSettings();

    public required ReleaseSettings Release { get; init; }
}
