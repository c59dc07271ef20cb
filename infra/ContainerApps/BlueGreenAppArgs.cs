using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Infra.ContainerApps;

public sealed record BlueGreenAppArgs(ContainerHost Host, ContainerAppSettings Settings, BlueGreenRelease Release);
