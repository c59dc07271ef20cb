using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Drift;

/// <summary>The types that services are made of.</summary>
public static class AzureTypes
{
    public const string ContainerApp = "Microsoft.App/containerApps";
    public const string Job = "Microsoft.App/jobs";
    public const string Site = "Microsoft.Web/sites";

    public static ImmutableArray<string> All { get; } = [ContainerApp, Job, Site];
}
