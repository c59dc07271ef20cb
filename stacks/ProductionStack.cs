using Pulumi;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Stacks;

/// <summary>Where the users are: nothing of it can be lost by a mistake in a configuration file.</summary>
public sealed class ProductionStack(EnvironmentSettings settings, StackOptions? options = null)
    : EnvironmentStack(StackName.Production, settings, Demands(settings), options)
{
    private static Demand[] Demands(EnvironmentSettings settings) =>
    [
        Demand.NothingBuilt(settings),
        new(settings.Images.PinDigests, "runs what a tag meant when it was reviewed: set images.pinDigests to true"),
        new(settings.Protection.LockData, "locks its data: set protection.lockData to true"),
        new(settings.Vault.PurgeProtection, "keeps its secrets: set vault.purgeProtection to true"),
        new(settings.Network is PrivateNetworkSettings, "has no public data services: describe a private network"),
        new(
            settings.Database.HighAvailability != DatabaseAvailability.Disabled,
            "survives the loss of a database server: set database.highAvailability"),
    ];
}
