using Pulumi;
using Pulumi.AzureNative.Web;
using Pulumi.AzureNative.Web.Inputs;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.Identity;

namespace ReleaseInfra.Infra.AppService;

/// <summary>
/// What a site and its slot state alike. Each follows from its own version only: neither changes with the other's.
/// </summary>
internal sealed class SiteParts(SiteHost host, AppServiceSettings settings, ServiceIdentity identity, Resource component)
{
    private const string Kind = "app,linux,container";

    private Placement Placement => host.Platform.Placement;

    public WebAppArgs Site(SiteConfigArgs config)
    {
        var site = new WebAppArgs
        {
            Name = Placement.Names.Site(settings.Name).Value,
            ResourceGroupName = Placement.ResourceGroup,
            Location = Placement.Location,
            Tags = Placement.Tags,
            Kind = Kind,
            Reserved = true,
            ServerFarmId = host.PlanId,
            HttpsOnly = true,
            ClientAffinityEnabled = false,
            Identity = Identity(),
            KeyVaultReferenceIdentity = identity.Id,
            SiteConfig = config,
        };
        if (host.SubnetId is not null)
        {
            site.VirtualNetworkSubnetId = host.SubnetId;
            site.OutboundVnetRouting = ThroughTheNetwork();
        }

        return site;
    }

    public WebAppSlotArgs SlotOf(WebApp site, string slotName, SiteConfigArgs config)
    {
        var slot = new WebAppSlotArgs
        {
            Name = site.Name,
            Slot = slotName,
            ResourceGroupName = Placement.ResourceGroup,
            Location = Placement.Location,
            Tags = Placement.Tags,
            Kind = Kind,
            Reserved = true,
            ServerFarmId = host.PlanId,
            HttpsOnly = true,
            ClientAffinityEnabled = false,
            Identity = Identity(),
            KeyVaultReferenceIdentity = identity.Id,
            SiteConfig = config,
        };
        if (host.SubnetId is not null)
        {
            slot.VirtualNetworkSubnetId = host.SubnetId;
            slot.OutboundVnetRouting = ThroughTheNetwork();
        }

        return slot;
    }

    public CustomResourceOptions Options() => new()
    {
        Parent = component,
        DependsOn = new List<Resource>([.. identity.Grants, .. host.Platform.Ready]),
    };

    public SiteConfigArgs Config(SiteVersion version)
    {
        var image = host.Platform.Images.Reference(version.ImageName, settings.Image, version.Tag, settings.Build, component);
        return new SiteConfigArgs
        {
            LinuxFxVersion = Output.Format($"DOCKER|{image}"),
            AcrUseManagedIdentityCreds = true,
            // The client id: App Service takes no resource id here.
            AcrUserManagedIdentityID = identity.ClientId,
            AlwaysOn = true,
            HealthCheckPath = settings.HealthPath,
            FtpsState = FtpsState.Disabled,
            MinTlsVersion = SupportedTlsVersions.SupportedTlsVersions_1_2,
            ScmMinTlsVersion = SupportedTlsVersions.SupportedTlsVersions_1_2,
            AppSettings = AppSettings.Of(settings, version, host.Platform.Secrets),
        };
    }

    private ManagedServiceIdentityArgs Identity() => new()
    {
        Type = ManagedServiceIdentityType.UserAssigned,
        UserAssignedIdentities = identity.Id,
    };

    // Images included: in the network the registry's name leads to its private address.
    private static OutboundVnetRoutingArgs ThroughTheNetwork() => new() { AllTraffic = true, ImagePullTraffic = true };
}
