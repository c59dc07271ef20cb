using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Infra.Network;

/// <param name="DatabaseZone">Ends in <c>.postgres.database.azure.com</c> and does not begin with a server's name.</param>
public sealed record PrivateNetworkArgs(Placement Placement, PrivateNetworkSettings Settings, string DatabaseZone);
