using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.ContainerApps;

namespace ReleaseInfra.Cli.Rehearse.World;

/// <summary>Somebody who is no release writes the weights of a container app.</summary>
internal static class StrangerWrite
{
    private const string AppType = "azure-native:app:ContainerApp";

    /// <summary>One percent goes elsewhere than it did, on the first app whose traffic is split.</summary>
    /// <returns>Whether there was one.</returns>
    public static async Task<bool> DoAsync(EmbeddedAzure azure, CancellationToken cancellation)
    {
        var resources = await azure.Resources.ListAsync($"/subscriptions/{AzureScope.SubscriptionId}", cancellation);
        foreach (var app in resources.Where(resource => resource.Type == AppType))
        {
            var shares = await azure.ContainerApps.TrafficAsync(app.Id, cancellation);
            if (shares.Length != 2 || shares.Any(share => share.Weight == 0))
                continue;
            await azure.Resources.PatchAsync(app.Id, Traffic(shares[0].Weight > 1 ? shares : [shares[1], shares[0]]), cancellation);
            return true;
        }

        return false;
    }

    private static Dictionary<string, object?> Traffic(IReadOnlyList<TrafficShare> shares) => Map(
        ("configuration", Map(("ingress", Map(("traffic", (object[])[Row(shares[0], -1), Row(shares[1], +1)]))))));

    private static Dictionary<string, object?> Row(TrafficShare share, int more) =>
        Map(("revisionName", share.Revision), ("weight", share.Weight + more), ("label", share.Label));

    private static Dictionary<string, object?> Map(params (string Key, object? Value)[] entries) =>
        entries.ToDictionary(entry => entry.Key, entry => entry.Value);
}
