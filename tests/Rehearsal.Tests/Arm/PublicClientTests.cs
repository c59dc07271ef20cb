using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.ResourceManager;
using Azure.ResourceManager.Resources;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Tests.ContainerApps;
using static ReleaseInfra.Rehearsal.Tests.ContainerApps.AppOf;

namespace ReleaseInfra.Rehearsal.Tests.Arm;

/// <summary>Microsoft's own client, which knows nothing of this server.</summary>
public sealed class PublicClientTests
{
    [Test]
    public async Task Get()
    {
        await using var served = await ServedAzure.OpenAsync();
        await new AppOf { Suffix = "v1" }.PutAsync(served.Small);

        var app = (await Client(served).GetGenericResource(new ResourceIdentifier(AppId)).GetAsync()).Value.Data;

        Assert.That(app.Name, Is.EqualTo("web"));
        Assert.That(app.Location, Is.EqualTo(AzureLocation.WestEurope));
        Assert.That(app.Properties.ToString(), Does.Contain("\"latestRevisionName\":\"web--v1\""));
    }

    [Test]
    public async Task Get_Missing()
    {
        await using var served = await ServedAzure.OpenAsync();

        var refused = Assert.ThrowsAsync<RequestFailedException>(
            () => Client(served).GetGenericResource(new ResourceIdentifier(AppId)).GetAsync());

        Assert.That((refused!.Status, refused.ErrorCode), Is.EqualTo((404, "ResourceNotFound")));
    }

    [Test]
    public async Task List_OfTheGroup()
    {
        await using var served = await ServedAzure.OpenAsync();
        await new AppOf { Suffix = "v1" }.PutAsync(served.Small);
        var group = Client(served).GetResourceGroupResource(new ResourceIdentifier(SmallAzure.Group));

        var names = new List<string>();
        await foreach (var resource in group.GetGenericResourcesAsync(filter: "resourceType eq 'Microsoft.App/containerApps'"))
            names.Add(resource.Data.Name);

        Assert.That(names, Is.EqualTo(new[] { "web" }));
    }

    [Test]
    public async Task Group()
    {
        await using var served = await ServedAzure.OpenAsync();
        var subscription = Client(served).GetSubscriptionResource(new ResourceIdentifier($"/subscriptions/{AzureScope.SubscriptionId}"));

        var group = (await subscription.GetResourceGroupAsync("rg-shop")).Value;

        Assert.That(group.Data.Location, Is.EqualTo(AzureLocation.WestEurope));
        Assert.That((await subscription.GetAsync()).Value.Data.DisplayName, Is.EqualTo("Rehearsal"));
    }

    [Test]
    public async Task Update_IsWaitedFor()
    {
        await using var served = await ServedAzure.OpenAsync(new OperationDurations { ContainerApp = TimeSpan.FromMinutes(1) });
        await new AppOf { Suffix = "v1" }.PutAsync(served.Small);
        served.Small.Time.Advance(TimeSpan.FromMinutes(1));
        var app = (await Client(served).GetGenericResource(new ResourceIdentifier(AppId)).GetAsync()).Value;

        var change = new GenericResourceData(AzureLocation.WestEurope)
        {
            Properties = BinaryData.FromString("""{"template":{"revisionSuffix":"v2"}}"""),
        };
        var operation = await app.UpdateAsync(WaitUntil.Started, change);
        Assert.That((await operation.UpdateStatusAsync()).Status, Is.EqualTo(202).Or.EqualTo(200));
        Assert.That(operation.HasCompleted, Is.False);
        served.Small.Time.Advance(TimeSpan.FromMinutes(1));
        await operation.UpdateStatusAsync();

        Assert.That(operation.HasCompleted, Is.True);
        Assert.That(operation.Value.Data.Properties.ToString(), Does.Contain("\"latestRevisionName\":\"web--v2\""));
    }

    [Test]
    public async Task Create_IsWaitedForAndFails()
    {
        await using var served = await ServedAzure.OpenAsync();
        await new AppOf { Suffix = "v1" }.PutAsync(served.Small);
        var app = new GenericResourceData(AzureLocation.WestEurope)
        {
            Properties = BinaryData.FromString(
                $$$"""{"environmentId":"{{{EnvironmentId}}}","template":{"revisionSuffix":"v1","containers":[{"name":"web","image":"r.io/web:v9"}]}}"""),
        };

        var refused = Assert.ThrowsAsync<RequestFailedException>(
            () => Client(served).GetGenericResources().CreateOrUpdateAsync(WaitUntil.Completed, new ResourceIdentifier(AppId), app));

        Assert.That(refused!.ErrorCode, Is.EqualTo("ContainerAppOperationError"));
    }

    private static ArmClient Client(ServedAzure served) => new(
        new GivenToken(served.Server.Token),
        AzureScope.SubscriptionId,
        new ArmClientOptions
        {
            Environment = new ArmEnvironment(served.Server.Endpoint, "https://management.azure.com/"),
            Transport = new HttpClientTransport(new HttpClient(ServedAzure.Pinned(served.Server))),
            Retry = { MaxRetries = 0 },
        });

    private sealed class GivenToken(string token) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(token, DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
