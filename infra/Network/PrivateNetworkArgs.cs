using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Infra.Network;

public sealed record PrivateNetworkArgs(Placement Placement, PrivateNetworkSettings Settings);
