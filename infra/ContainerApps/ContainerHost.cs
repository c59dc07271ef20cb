using Pulumi;

namespace ReleaseInfra.Infra.ContainerApps;

/// <summary>The Container Apps environment, for what runs in it.</summary>
public sealed record ContainerHost(ServicePlatform Platform, Output<string> EnvironmentId, Output<string> DefaultDomain);
