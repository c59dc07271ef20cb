using System.Globalization;
using Pulumi;
using Pulumi.AzureNative.App;
using Pulumi.AzureNative.App.Inputs;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.Identity;

namespace ReleaseInfra.Infra.ContainerApps;

/// <summary>What apps and jobs state alike.</summary>
internal static class AppParts
{
    public static ContainerResourcesArgs Resources(ComputeSettings compute) => new()
    {
        Cpu = (double)compute.Cpu,
        // As Azure writes it back: "0.5Gi", "2Gi".
        Memory = string.Create(CultureInfo.InvariantCulture, $"{compute.MemoryGi:0.##}Gi"),
    };

    public static ManagedServiceIdentityArgs Identity(ServiceIdentity identity) => new()
    {
        Type = ManagedServiceIdentityType.UserAssigned,
        UserAssignedIdentities = identity.Id,
    };

    /// <summary>
    /// The platform pulls and reads secrets with the identity; the container's own code cannot get a token of it, and so
    /// reads no secret but those it is given.
    /// </summary>
    public static IdentitySettingsArgs Lifecycle(ServiceIdentity identity) => new()
    {
        Identity = identity.Id,
        Lifecycle = IdentitySettingsLifeCycle.None,
    };

    public static RegistryCredentialsArgs Registry(ServicePlatform platform, ServiceIdentity identity) => new()
    {
        Server = platform.Images.Server,
        Identity = identity.Id,
    };

    public static CustomResourceOptions Options(ServicePlatform platform, ServiceIdentity identity, Resource parent) => new()
    {
        Parent = parent,
        DependsOn = new List<Resource>([.. identity.Grants, .. platform.Ready]),
    };
}
