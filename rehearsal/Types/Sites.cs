using System.Collections.Immutable;

namespace ReleaseInfra.Rehearsal.Types;

internal static class Sites
{
    public static void Register(Dictionary<string, ResourceRule> rules)
    {
        rules["azure-native:web:AppServicePlan"] = new ArmType("Microsoft.Web/serverfarms/{name}")
        {
            Fixed = ["reserved", "hyperV", "zoneRedundant", "hostingEnvironmentProfile"],
        }.Rule();
        rules["azure-native:web:WebApp"] = new ArmType("Microsoft.Web/sites/{name}")
        {
            Fixed = ["kind", "reserved"],
            Secret = ["siteConfig.connectionStrings[].connectionString"],
            Adds = site => AddHost(site, site.Name),
        }.Rule();
        rules["azure-native:web:WebAppSlot"] = new ArmType("Microsoft.Web/sites/{name}/slots/{slot}")
        {
            Fixed = ["kind", "reserved"],
            Secret = ["siteConfig.connectionStrings[].connectionString"],
            Adds = slot => AddHost(slot, $"{slot.Declared.Text("name")}-{slot.Name}"),
        }.Rule();
        rules["azure-native:web:WebAppSlotConfigurationNames"] =
            new ArmType("Microsoft.Web/sites/{name}/config/slotConfigNames").Rule();
    }

    private static void AddHost(ArmResource site, string label)
    {
        site.AddIdentity();
        var host = $"{label.ToLowerInvariant()}.azurewebsites.net";
        site.Outputs["defaultHostName"] = host;
        site.Outputs["hostNames"] = ImmutableArray.Create<object>(host);
        site.Outputs["enabledHostNames"] = ImmutableArray.Create<object>(host, $"{label.ToLowerInvariant()}.scm.azurewebsites.net");
        site.Outputs["state"] = "Running";
        site.Outputs["outboundIpAddresses"] = "20.0.0.5";
        site.Outputs["customDomainVerificationId"] = site.Hex("domain", 64).ToUpperInvariant();
    }
}
