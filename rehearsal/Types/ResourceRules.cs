namespace ReleaseInfra.Rehearsal.Types;

internal static class ResourceRules
{
    public static Dictionary<string, ResourceRule> ByType()
    {
        var rules = new Dictionary<string, ResourceRule>(StringComparer.Ordinal);
        Foundation.Register(rules);
        ContainerApps.Register(rules);
        Sites.Register(rules);
        Databases.Register(rules);
        Caches.Register(rules);
        Vaults.Register(rules);
        Networks.Register(rules);
        Monitoring.Register(rules);
        Storage.Register(rules);
        Images.Register(rules);
        RandomValues.Register(rules);
        return rules;
    }
}
