using System.Collections.Immutable;
using System.Net.Http.Headers;
using ReleaseInfra.Rehearsal.Arm;
using ReleaseInfra.Rehearsal.Arm.Metrics;
using ReleaseInfra.Rehearsal.Tests.ContainerApps;
using static ReleaseInfra.Rehearsal.Tests.Arm.ServedAzure;
using static ReleaseInfra.Rehearsal.Tests.ContainerApps.AppOf;

namespace ReleaseInfra.Rehearsal.Tests.Arm;

public sealed class ArmServerTests
{
    private const string Nobody = "/subscriptions/00000000-0000-0000-0000-000000000009";

    private static readonly TestCaseData[] Refused =
    [
        new TestCaseData("GET", $"{SmallAzure.Group}?api-version=", "400 MissingApiVersionParameter: The api-version query parameter (?api-version=) is required for all requests.")
            .SetArgDisplayNames("no version"),
        new TestCaseData("GET", $"{SmallAzure.Group}?api-version=latest", "400 InvalidApiVersionParameter: The api-version 'latest' is invalid. It has the form yyyy-MM-dd or yyyy-MM-dd-preview.")
            .SetArgDisplayNames("no version's form"),
        new TestCaseData("GET", "/", "404 MissingSubscription: The request did not have a subscription or a valid tenant level resource provider.")
            .SetArgDisplayNames("nothing"),
        new TestCaseData("GET", Nobody, "404 SubscriptionNotFound: The subscription '00000000-0000-0000-0000-000000000009' could not be found.")
            .SetArgDisplayNames("another subscription"),
        new TestCaseData("GET", SmallAzure.Id("Microsoft.App/containerApps/web").Replace("rg-shop", "rg-none", StringComparison.Ordinal),
            "404 ResourceGroupNotFound: Resource group 'rg-none' could not be found.").SetArgDisplayNames("no group"),
        new TestCaseData("GET", SmallAzure.Id("Microsoft.Nothing/things/one"), "404 InvalidResourceNamespace: The resource namespace 'Microsoft.Nothing' is invalid.")
            .SetArgDisplayNames("no namespace"),
        new TestCaseData("GET", SmallAzure.Id("Microsoft.App/things/one"),
            "404 InvalidResourceType: The resource type 'things' could not be found in the namespace 'Microsoft.App' for api version '2025-07-01'.")
            .SetArgDisplayNames("no type"),
        new TestCaseData("GET", SmallAzure.Id("Microsoft.App/containerApps/none"),
            "404 ResourceNotFound: The Resource 'Microsoft.App/containerApps/none' under resource group 'rg-shop' was not found. " +
            "For more details please go to https://aka.ms/ARMResourceNotFoundFix").SetArgDisplayNames("no resource"),
        new TestCaseData("GET", SmallAzure.Id("Microsoft.DBforPostgreSQL/flexibleServers/none/backups"),
            "404 ResourceNotFound: The Resource 'Microsoft.DBforPostgreSQL/flexibleServers/none' under resource group 'rg-shop' was not found. " +
            "For more details please go to https://aka.ms/ARMResourceNotFoundFix").SetArgDisplayNames("no parent"),
        new TestCaseData("POST", SmallAzure.Id("Microsoft.App/containerApps/none/start"), "405 MethodNotAllowed: The requested resource does not support http method 'POST'. It supports: GET.")
            .SetArgDisplayNames("another method"),
        new TestCaseData("PUT", SmallAzure.Id("Microsoft.App/containerApps/web"), "400 InvalidRequestContent: The request content was invalid and could not be deserialized: 'The request has no content.'.")
            .SetArgDisplayNames("no content"),
    ];

    [TestCaseSource(nameof(Refused))]
    public async Task Rejects_Call(string method, string path, string error)
    {
        await using var served = await ServedAzure.OpenAsync();

        Assert.That(await ErrorAsync(await served.SendAsync(method, path)), Is.EqualTo(error));
    }

    [Test]
    public async Task Rejects_MissingToken()
    {
        await using var served = await ServedAzure.OpenAsync();
        using var stranger = new HttpClient(Pinned(served.Server)) { BaseAddress = served.Server.Endpoint };

        var answer = await stranger.GetAsync($"{AppId}?api-version={ServedAzure.Version}");

        Assert.That(await ErrorAsync(answer), Is.EqualTo("401 AuthenticationFailed: Authentication failed. The 'Authorization' header is missing."));
        Assert.That(answer.Headers.WwwAuthenticate.Single().Scheme, Is.EqualTo("Bearer"));
    }

    [TestCase("Bearer nonsense")]
    [TestCase("Basic nonsense")]
    [TestCase("Bearer")]
    public async Task Rejects_WrongToken(string authorization)
    {
        await using var served = await ServedAzure.OpenAsync();
        using var stranger = new HttpClient(Pinned(served.Server)) { BaseAddress = served.Server.Endpoint };
        stranger.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        var answer = await stranger.GetAsync($"{AppId}?api-version={ServedAzure.Version}");

        Assert.That(await ErrorAsync(answer), Is.EqualTo("401 InvalidAuthenticationToken: The access token is invalid."));
    }

    [Test]
    public async Task Rejects_OtherCertificateByThePin()
    {
        await using var served = await ServedAzure.OpenAsync();
        await using var other = await ServedAzure.OpenAsync();
        var pinned = Pinned(other.Server);
        pinned.ConnectCallback = null;
        using var client = new HttpClient(pinned) { BaseAddress = served.Server.Endpoint };

        Assert.That(async () => await client.GetAsync("/"), Throws.InstanceOf<HttpRequestException>());
        Assert.That(served.Server.Certificate.HasPrivateKey, Is.False);
    }

    [Test]
    public async Task Answer_CarriesCorrelationAndLimits()
    {
        await using var served = await ServedAzure.OpenAsync();

        var answer = await served.SendAsync("GET", SmallAzure.Group, null,
            ("x-ms-client-request-id", "mine"), ("x-ms-return-client-request-id", "true"), ("x-ms-correlation-request-id", "ours"));

        Assert.That(Guid.TryParse(Header(answer, "x-ms-request-id"), out _), Is.True);
        Assert.That(Header(answer, "x-ms-client-request-id"), Is.EqualTo("mine"));
        Assert.That(Header(answer, "x-ms-correlation-request-id"), Is.EqualTo("ours"));
        Assert.That(Header(answer, "x-ms-ratelimit-remaining-subscription-reads"), Is.EqualTo("249"));
        Assert.That(answer.Headers.Date, Is.EqualTo(served.Small.Time.GetUtcNow()));
    }

    [Test]
    public async Task Answer_KeepsClientRequestIdUnlessAsked()
    {
        await using var served = await ServedAzure.OpenAsync();

        var answer = await served.SendAsync("GET", SmallAzure.Group, null, ("x-ms-client-request-id", "mine"));

        Assert.That(answer.Headers.Contains("x-ms-client-request-id"), Is.False);
    }

    [Test]
    public async Task Reads_BeyondTheBucket_AreThrottledUntilItIsRefilled()
    {
        await using var served = await ServedAzure.OpenAsync();
        for (var call = 0; call < 250; call++)
            await served.SendAsync("GET", SmallAzure.Group);

        var throttled = await served.SendAsync("GET", SmallAzure.Group);

        Assert.That((int)throttled.StatusCode, Is.EqualTo(429));
        Assert.That(Header(throttled, "Retry-After"), Is.EqualTo("1"));
        served.Small.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(Header(await served.SendAsync("GET", SmallAzure.Group), "x-ms-ratelimit-remaining-subscription-reads"), Is.EqualTo("24"));
    }

    [Test]
    public async Task SaveEachChange_OutlivesACrash()
    {
        await using var served = await ServedAzure.OpenAsync(saveEachChange: true);
        await new AppOf { Suffix = "v1" }.PutAsync(served.Small);

        await served.SendAsync("PATCH", AppId, """{"tags":{"team":"shop"}}""");

        using var next = await EmbeddedAzure.OpenAsync(served.Small.Options, default);
        var found = await next.Resources.GetAsync(AppId, default);
        Assert.That(((IReadOnlyDictionary<string, object>)found.Declared.Inputs["tags"])["team"], Is.EqualTo("shop"));
    }

    [Test]
    public async Task Dispose_EndsWhatIsUnderWay()
    {
        using var small = await AppOf.OpenAsync();
        await new AppOf { Suffix = "v1" }.PutAsync(small);
        var metrics = new NeverAnswers();
        var server = await ArmServer.StartAsync(small.Azure, new ArmServerOptions { Time = small.Time, Metrics = metrics }, default);
        using var client = new HttpClient(Pinned(server)) { BaseAddress = server.Endpoint };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Token);
        var waiting = client.GetAsync($"{AppId}/providers/Microsoft.Insights/metrics?api-version=2024-02-01");
        await metrics.Asked;

        await server.DisposeAsync();
        await server.DisposeAsync();

        Assert.That(async () => await waiting, Throws.InstanceOf<HttpRequestException>());
        Assert.That(async () => await client.GetAsync("/"), Throws.InstanceOf<HttpRequestException>());
        Assert.That(await small.Azure.Resources.FindAsync(AppId, default), Is.Not.Null);
    }

    private sealed class NeverAnswers : IMetricSource
    {
        private readonly TaskCompletionSource _asked = new();

        public Task Asked => _asked.Task;

        public async Task<ImmutableArray<MetricSample>> ReadAsync(MetricRange range, CancellationToken cancellation)
        {
            _asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return [];
        }

        public Task<ImmutableArray<string>> IndexedAsync(string resourceId, string metric, string dimension, CancellationToken cancellation) =>
            Task.FromResult(ImmutableArray<string>.Empty);
    }
}
