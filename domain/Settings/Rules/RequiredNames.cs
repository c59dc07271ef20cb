using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Settings.Reading;

namespace ReleaseInfra.Domain.Settings.Rules;

/// <summary>Every name that an environment will need. What could not be read is null, and needs no name yet.</summary>
internal static class RequiredNames
{
    public static IEnumerable<AzureName> Of(
        AzureNames names,
        IReadOnlyList<ReadService> services,
        MigrationSettings? migration,
        CacheSettings? cache,
        NetworkSettings? network,
        AppServicePlanSettings? plan)
    {
        yield return names.ResourceGroup;
        yield return names.Logs;
        yield return names.ApplicationInsights;
        yield return names.ActionGroup;
        yield return names.ContainerEnvironment;
        yield return names.Registry;
        yield return names.Vault;
        yield return names.DatabaseServer;
        if (cache is ManagedCacheSettings)
            yield return names.ManagedCache;
        if (cache is ClassicCacheSettings)
            yield return names.ClassicCache;
        if (network is PrivateNetworkSettings)
            yield return names.VirtualNetwork;
        if (plan is not null)
            yield return names.AppServicePlan;
        if (migration is not null)
            yield return names.MigrationJob;
        foreach (var service in services)
        {
            if (service.Settings is not null)
                yield return service.Settings is AppServiceSettings ? names.Site(service.Name) : names.ContainerApp(service.Name);
            yield return names.Identity(service.Name);
        }
    }
}
