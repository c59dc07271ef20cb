using Pulumi;
using Pulumi.AzureNative.ContainerRegistry;
using Pulumi.AzureNative.ContainerRegistry.Inputs;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Infra.Registry;

/// <summary>The environment's images. Read with identities only: there is no admin user and no anonymous pull.</summary>
/// <remarks>
/// Its role assignments mode stays Azure's default, roles on the whole registry: a registry with permissions per
/// repository ignores AcrPull.
/// </remarks>
public sealed class ContainerRegistry : ComponentResource
{
    public ContainerRegistry(string name, ContainerRegistryArgs args, ComponentResourceOptions? options = null)
        : base("release-infra:registry:ContainerRegistry", name, options)
    {
        var registry = new Pulumi.AzureNative.ContainerRegistry.Registry(
            name,
            new RegistryArgs
            {
                RegistryName = args.Placement.Names.Registry.Value,
                ResourceGroupName = args.Placement.ResourceGroup,
                Location = args.Placement.Location,
                Tags = args.Placement.Tags,
                Sku = new SkuArgs { Name = NameOf(args.Settings.Sku) },
                AdminUserEnabled = false,
                AnonymousPullEnabled = false,
                // Stays open in a private network too, for logged-in callers: builds push from outside of it, and a
                // preview resolves digests there. What runs in the network pulls through the private endpoint.
                PublicNetworkAccess = PublicNetworkAccess.Enabled,
            },
            new CustomResourceOptions { Parent = this });

        Id = registry.Id;
        LoginServer = registry.LoginServer;
        RegisterOutputs();
    }

    public Output<string> Id { get; }

    [Output("loginServer")]
    public Output<string> LoginServer { get; private set; }

    private static SkuName NameOf(RegistrySku sku) => sku switch
    {
        RegistrySku.Basic => SkuName.Basic,
        RegistrySku.Standard => SkuName.Standard,
        RegistrySku.Premium => SkuName.Premium,
        _ => throw new ArgumentOutOfRangeException(nameof(sku), sku, "The registry has Basic, Standard and Premium."),
    };
}

public sealed record ContainerRegistryArgs(Placement Placement, RegistrySettings Settings);
