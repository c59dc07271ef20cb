using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra;
using ReleaseInfra.Infra.Network;
using ReleaseInfra.Infra.Observability;
using ReleaseInfra.Infra.ResourceGroups;

namespace ReleaseInfra.Stacks.Composition;

/// <summary>What everything else stands in: the group, the network, and where logs go.</summary>
/// <param name="Network">Null where data services answer on public endpoints.</param>
internal sealed record Foundation(Placement Placement, AzureAccount Account, Telemetry Telemetry, PrivateNetwork? Network)
{
    public Exposure Exposure => Network is null ? Exposure.Public : Exposure.Private;

    public static Foundation Of(EnvironmentSettings settings)
    {
        var (names, tags) = (settings.Names(), EnvironmentTags.Of(settings));
        var group = new EnvironmentGroup("group", new EnvironmentGroupArgs(names, settings.Location, tags));
        var placement = new Placement(names, group.Name, settings.Location, tags);
        return new Foundation(
            placement,
            AzureAccount.Current(),
            new Telemetry("telemetry", new TelemetryArgs(placement, settings.Logs)),
            NetworkOf(settings, placement));
    }

    private static PrivateNetwork? NetworkOf(EnvironmentSettings settings, Placement placement) => settings.Network switch
    {
        PrivateNetworkSettings network => new PrivateNetwork("network", new PrivateNetworkArgs(placement, network)),
        PublicNetworkSettings => null,
        _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Network, "A network is public or private."),
    };
}
