using Pulumi;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Infra.ContainerApps;

/// <param name="SubnetId">Delegated to Container Apps environments; null outside a private network.</param>
public sealed record ContainerEnvironmentArgs(
    Placement Placement,
    ContainerEnvironmentSettings Settings,
    Output<string>? SubnetId,
    Output<string> WorkspaceId);
