using Pulumi;
using Pulumi.AzureNative.Authorization;

namespace ReleaseInfra.Infra;

/// <summary>The subscription and tenant that the program deploys to.</summary>
public sealed record AzureAccount(Output<string> SubscriptionId, Output<string> TenantId)
{
    /// <summary>As the provider is logged in; asks Azure, so it is called once for a stack.</summary>
    public static AzureAccount Current()
    {
        var client = GetClientConfig.Invoke();
        return new AzureAccount(client.Apply(config => config.SubscriptionId), client.Apply(config => config.TenantId));
    }
}
