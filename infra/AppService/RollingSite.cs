using Pulumi;
using Pulumi.AzureNative.Web;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.Identity;

namespace ReleaseInfra.Infra.AppService;

/// <summary>A service on a plan without slots: released in place, and unavailable while its container restarts.</summary>
public sealed class RollingSite : ComponentResource
{
    public RollingSite(string name, RollingSiteArgs args, ComponentResourceOptions? options = null)
        : base("release-infra:appService:RollingSite", name, options)
    {
        var settings = args.Settings;
        var platform = args.Host.Platform;
        var identity = new ServiceIdentity(name, platform, readsSecrets: !settings.Secrets.IsEmpty, parent: this);
        var parts = new SiteParts(args.Host, settings, identity, this);
        var version = new SiteVersion(args.Release.Tag, $"{name}-image", args.Release.Tag.Text);
        var site = new WebApp(name, parts.Site(parts.Config(version)), parts.Options());

        Url = Output.Format($"https://{site.DefaultHostName}");
        RegisterOutputs();
    }

    [Output("url")]
    public Output<string> Url { get; private set; }
}

public sealed record RollingSiteArgs(SiteHost Host, AppServiceSettings Settings, RollingRelease Release);
