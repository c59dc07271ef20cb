using System.Collections.Immutable;
using Pulumi;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra;
using ReleaseInfra.Infra.AppService;
using ReleaseInfra.Infra.ContainerApps;

namespace ReleaseInfra.Stacks.Composition;

/// <summary>The services, each on its host and released as its entry in the release says.</summary>
internal sealed class Services
{
    private const string Migration = "migration";

    private readonly EnvironmentSettings _settings;
    private readonly ContainerHost _containers;
    private readonly Lazy<SiteHost> _sites;
    private readonly ImmutableDictionary<string, Output<string>>.Builder _urls = ImmutableDictionary.CreateBuilder<string, Output<string>>();
    private readonly ImmutableDictionary<string, ImmutableDictionary<string, string>>.Builder _apps =
        ImmutableDictionary.CreateBuilder<string, ImmutableDictionary<string, string>>();

    public Services(EnvironmentSettings settings, Foundation foundation, ServicePlatform platform)
    {
        _settings = settings;
        _containers = Containers(settings, foundation, platform);
        _sites = new Lazy<SiteHost>(() => Sites(settings, foundation, platform));
        foreach (var service in settings.Services.Values)
            Declare(service);
        if (settings.Migration is { } migration)
            _ = new MigrationJob(Migration, new MigrationJobArgs(_containers, migration, Rolling(Migration)));
    }

    /// <summary>By service; workers have none.</summary>
    public ImmutableDictionary<string, Output<string>> Urls => _urls.ToImmutable();

    /// <summary>By service on Container Apps: <c>app</c>, its name, and by slot the revision that traffic names.</summary>
    public ImmutableDictionary<string, ImmutableDictionary<string, string>> ContainerApps => _apps.ToImmutable();

    private static ContainerHost Containers(EnvironmentSettings settings, Foundation foundation, ServicePlatform platform)
    {
        var environment = new ContainerEnvironment(
            "containers",
            new ContainerEnvironmentArgs(
                foundation.Placement,
                settings.ContainerEnvironment,
                foundation.Network?.AppsSubnetId,
                foundation.Telemetry.WorkspaceId));
        return new ContainerHost(platform, environment.Id, environment.DefaultDomain);
    }

    private static SiteHost Sites(EnvironmentSettings settings, Foundation foundation, ServicePlatform platform)
    {
        var planSettings = settings.AppServicePlan
            ?? throw new ArgumentException("A service is hosted on App Service, and the environment has no plan.", nameof(settings));
        var plan = new ServicePlan("plan", new ServicePlanArgs(foundation.Placement, planSettings));
        return new SiteHost(platform, plan.Id, foundation.Network?.SitesSubnetId);
    }

    private void Declare(ServiceSettings service)
    {
        switch (service, _settings.Release.Services[service.Name])
        {
            case (ContainerAppSettings app, BlueGreenRelease release):
                Declare(app, release);
                break;
            case (ContainerAppSettings app, RollingRelease release):
                var worker = new WorkerApp(app.Name, new WorkerAppArgs(_containers, app, release));
                _apps.Add(app.Name, ImmutableDictionary<string, string>.Empty.Add("app", worker.AppName));
                break;
            case (AppServiceSettings site, BlueGreenRelease release):
                _urls.Add(site.Name, new BlueGreenSite(site.Name, new BlueGreenSiteArgs(_sites.Value, site, release)).Url);
                break;
            case (AppServiceSettings site, RollingRelease release):
                _urls.Add(site.Name, new RollingSite(site.Name, new RollingSiteArgs(_sites.Value, site, release)).Url);
                break;
            default:
                throw new ArgumentException($"{service.Name} is hosted or released in a way that is not known.", nameof(service));
        }
    }

    private void Declare(ContainerAppSettings settings, BlueGreenRelease release)
    {
        var app = new BlueGreenApp(settings.Name, new BlueGreenAppArgs(_containers, settings, release));
        _urls.Add(settings.Name, app.Url);
        _apps.Add(
            settings.Name,
            app.Traffic.ToImmutableDictionary(share => share.Slot.Name(), share => share.Revision).Add("app", app.AppName));
    }

    private RollingRelease Rolling(string service) => _settings.Release.Services[service] as RollingRelease
        ?? throw new ArgumentException($"{service} runs to its end, so its release has one tag and no slots.", nameof(service));
}
