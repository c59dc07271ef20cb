using static ReleaseInfra.Release.Tests.Azure.LiveAzure;

namespace ReleaseInfra.Release.Tests.Azure;

public sealed class ResourceGraphTests
{
    [Test]
    public async Task List_HasTheTypesThatAreAskedFor()
    {
        await using var live = await OpenAsync();
        await live.PutAppAsync("v1");
        await live.PutAsync("azure-native:web:AppServicePlan", ("name", "asp"), ("sku", Map(("name", "P1v3"))));

        var found = await live.Azure.ResourceGraph.ListAsync(live.Group, ["Microsoft.App/containerApps", "Microsoft.Web/sites"], default);

        Assert.That(found.Select(resource => (resource.Type, resource.Name)), Is.EqualTo(new[] { ("microsoft.app/containerapps", "web") }));
        Assert.That(found.Single().Id, Is.EqualTo(live.App.Path));
    }

    [Test]
    public async Task List_NoSuchGroup_IsNone()
    {
        await using var live = await OpenAsync();

        Assert.That(await live.Azure.ResourceGraph.ListAsync(live.Group with { Name = "rg-none" }, ["Microsoft.App/containerApps"], default), Is.Empty);
    }
}
