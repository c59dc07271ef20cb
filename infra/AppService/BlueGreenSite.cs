using Pulumi;
using Pulumi.AzureNative.Web;
using Pulumi.AzureNative.Web.Inputs;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.Identity;

namespace ReleaseInfra.Infra.AppService;

/// <summary>A service on App Service with two versions: the site is blue, its slot is green.</summary>
/// <remarks>
/// A tag changes the site or the slot, weights change the site, and nothing else changes: a version stays in the slot it
/// was released to, and nothing is swapped. Green has no slot until it has a tag. Blue is the site itself and always has one.
/// </remarks>
public sealed class BlueGreenSite : ComponentResource
{
    public BlueGreenSite(string name, BlueGreenSiteArgs args, ComponentResourceOptions? options = null)
        : base("release-infra:appService:BlueGreenSite", name, options)
    {
        var settings = args.Settings;
        var release = args.Release;
        if (release.Blue.Tag is not { } blue)
        {
            throw new ArgumentException(
                $"{settings.Name}: blue has no tag. On App Service blue is the site itself, so the first release goes there.",
                nameof(args));
        }

        var platform = args.Host.Platform;
        var siteName = platform.Placement.Names.Site(settings.Name);
        var identity = new ServiceIdentity(name, platform, readsSecrets: !settings.Secrets.IsEmpty, parent: this);
        var parts = new SiteParts(args.Host, settings, identity, this);

        var siteConfig = parts.Config(Version(siteName, Slot.Blue, blue, release.Blue.Revision, $"{name}-image"));
        siteConfig.Experiments = new ExperimentsArgs { RampUpRules = RampUp(siteName, release.Green.Weight) };
        var site = new WebApp(name, parts.Site(siteConfig), parts.Options());
        if (release.Green.Tag is { } green)
        {
            var slotConfig = parts.Config(Version(siteName, Slot.Green, green, release.Green.Revision, $"{name}-green-image"));
            _ = new WebAppSlot($"{name}-green", parts.SlotOf(site, Slot.Green.Name(), slotConfig), parts.Options());
        }

        Url = Output.Format($"https://{site.DefaultHostName}");
        RegisterOutputs();
    }

    [Output("url")]
    public Output<string> Url { get; private set; }

    private static SiteVersion Version(AzureName site, Slot slot, ImageTag tag, int revision, string imageName) =>
        new(tag, imageName, RevisionNames.Full(site, slot, tag, revision));

    // Always stated, though it may be empty: a PUT without the list leaves the rules of the last one. No rule at 0, since
    // with one a visitor's cookie would still lead to green after green has been taken out of service.
    private static RampUpRuleArgs[] RampUp(AzureName site, int greenWeight) => greenWeight == 0
        ? []
        :
        [
            new RampUpRuleArgs
            {
                Name = Slot.Green.Name(),
                // Put together and not read from the slot, which cannot exist before the site that states this rule.
                // It holds as long as no scope for generated host names is asked for.
                ActionHostName = $"{site}-{Slot.Green.Name()}.azurewebsites.net",
                ReroutePercentage = greenWeight,
            },
        ];
}

public sealed record BlueGreenSiteArgs(SiteHost Host, AppServiceSettings Settings, BlueGreenRelease Release);
