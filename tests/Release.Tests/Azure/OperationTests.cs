using Azure.Core;
using Azure.Identity;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Azure.Sessions;
using ReleaseInfra.Rehearsal.Operations;

namespace ReleaseInfra.Release.Tests.Azure;

/// <summary>An accepted call is followed to its end, and a login that does not do is named.</summary>
public sealed class OperationTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [Test]
    public async Task Accepted_AndFailedLater_IsAFailure()
    {
        await using var live = await LiveAzure.OpenAsync(new OperationDurations { ContainerApp = TimeSpan.FromSeconds(8) });
        await live.PutAppAsync("v1");
        live.Time.Advance(TimeSpan.FromHours(1));
        var calls = live.Calls();

        // Another template under a suffix in use: Azure takes it, and fails afterwards.
        var request = AzureRequest.Patch(live.App.Path, ApiVersions.ContainerApps) with
        {
            Body = """{"properties":{"template":{"revisionSuffix":"v1","containers":[{"name":"web","image":"other:v1"}]}}}"""u8.ToArray(),
        };
        var failure = Assert.ThrowsAsync<AzureOperationFailed>(() => new LongRunningCalls(calls, live.Time).CompleteAsync(request, Limit, default))!;

        Assert.That((failure.Status, failure.Code), Is.EqualTo(("Failed", "ContainerAppOperationError")));
        Assert.That(failure.Message, Does.StartWith(
            "Azure accepted PATCH Microsoft.App/containerApps/web, and it ended as Failed: ContainerAppOperationError: "));
        Assert.That(live.Time.Waits, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Poll_ThatIsRefusedForAWhile_GoesOn()
    {
        await using var live = await LiveAzure.OpenAsync(new OperationDurations { ContainerApp = TimeSpan.FromSeconds(8) });
        await live.PutAppAsync("v1");
        live.Time.Advance(TimeSpan.FromHours(1));
        live.Server.Faults.Add(new(new Rehearsal.Arm.Faults.PathMatch("GET", "*/containerappOperationStatuses/*"), new Rehearsal.Arm.Faults.ServerError()) { Times = 2 });

        await live.Azure.Traffic.SetAsync(live.App, [new(new Cli.Azure.ContainerApps.NamedRevision("web--v1"), 100, "stable")], default);

        Assert.That((await live.Azure.Traffic.GetAsync(live.App, default)).Single().Label, Is.EqualTo("stable"));
    }

    [Test]
    public async Task Poll_ThatIsLost_IsUnknown()
    {
        await using var live = await LiveAzure.OpenAsync(new OperationDurations { ContainerApp = TimeSpan.FromSeconds(8) });
        await live.PutAppAsync("v1");
        live.Time.Advance(TimeSpan.FromHours(1));
        live.Server.Faults.Add(new(new Rehearsal.Arm.Faults.PathMatch("GET", "*/containerappOperationStatuses/*"), new Rehearsal.Arm.Faults.ConnectionReset()) { Times = 1000 });

        var failure = Assert.ThrowsAsync<AzureOutcomeUnknown>(
            () => live.Azure.Traffic.SetAsync(live.App, [new(new Cli.Azure.ContainerApps.NamedRevision("web--v1"), 100, "stable")], default))!;

        Assert.That(failure.Message, Does.StartWith(
            "Nobody knows whether PATCH Microsoft.App/containerApps/web took effect: it was accepted, and then Azure gave no answer to GET "));
    }

    [TestCase("https://elsewhere.example/operations/1", "it goes on at elsewhere.example, which is not 127.0.0.1.")]
    [TestCase("http://127.0.0.1/operations/1", "it goes on at 127.0.0.1, which is not 127.0.0.1.")]
    public async Task Rejects_AddressesElsewhere(string address, string reason)
    {
        await using var live = await LiveAzure.OpenAsync();

        var failure = Assert.Throws<AzureUnexpectedAnswer>(() => live.Calls().AddressOf(new AzureCallName("GET", "/x", "id"), address))!;

        Assert.That(failure.Message, Is.EqualTo($"Azure's answer to GET /x cannot be understood: {reason}"));
    }

    [Test]
    public async Task Rejects_WrongToken()
    {
        await using var live = await LiveAzure.OpenAsync();
        var calls = live.Calls(new LoopbackCredential("not the token"));

        var denied = Assert.ThrowsAsync<AzureAccessDenied>(
            () => calls.SendAsync(AzureRequest.Get(live.App.Path, ApiVersions.ContainerApps), default))!;

        Assert.That(denied.Message, Does.StartWith("Azure did not accept the login for GET Microsoft.App/containerApps/web: 401 "));
        Assert.That(denied.Remedy, Is.EqualTo("Run 'az login' again, in the tenant that the subscription belongs to."));
    }

    [Test]
    public async Task Rejects_NoLogin()
    {
        await using var live = await LiveAzure.OpenAsync();

        var denied = Assert.ThrowsAsync<AzureAccessDenied>(
            () => live.Calls(new NoLogin()).SendAsync(AzureRequest.Get(live.App.Path, ApiVersions.ContainerApps), default))!;

        Assert.That(denied.Message, Is.EqualTo("There is no login to call Azure with (GET Microsoft.App/containerApps/web): nobody is logged in"));
        Assert.That(denied.Remedy, Does.StartWith("Run 'az login', or set AZURE_CLIENT_ID"));
    }

    [TestCase("GET", "/subscriptions/s/resourceGroups/g/providers/Microsoft.App/containerApps/web", "Reader")]
    [TestCase("PATCH", "/subscriptions/s/resourceGroups/g/providers/Microsoft.App/containerApps/web", "Container Apps Contributor")]
    [TestCase("POST", "/subscriptions/s/resourceGroups/g/providers/Microsoft.App/jobs/m/start", "Container Apps Jobs Operator")]
    [TestCase("PUT", "/subscriptions/s/resourceGroups/g/providers/Microsoft.DBforPostgreSQL/flexibleServers/p/backups/b", "Contributor")]
    [TestCase("PATCH", "/subscriptions/s/resourceGroups/g/providers/Microsoft.Web/sites/a/config/web", "Website Contributor")]
    [TestCase("GET", "/subscriptions/s/x/providers/Microsoft.App/containerApps/web/providers/Microsoft.Insights/metrics", "Monitoring Reader")]
    [TestCase("POST", "/v1/workspaces/1/query", "Log Analytics Reader")]
    [TestCase("POST", "/providers/Microsoft.ResourceGraph/resources", "Reader")]
    public void Forbidden_NamesTheRole(string method, string path, string role) => Assert.That(
        AzureAccessDenied.Forbidden(new AzureCallName(method, path, "id"), "AuthorizationFailed", "no.").Remedy,
        Does.StartWith($"Ask for the role {role} on the resource group;"));

    [TestCase("7", 7)]
    [TestCase("Mon, 02 Mar 2026 09:00:20 GMT", 20)]
    [TestCase("Mon, 02 Mar 2026 08:00:00 GMT", 0)]
    [TestCase("soon", null)]
    [TestCase("-1", null)]
    [TestCase(null, null)]
    public void RetryAfter_IsSecondsOrADate(string? text, int? seconds) => Assert.That(
        AnswerReader.RetryAfter(text, new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)),
        Is.EqualTo(seconds is { } known ? TimeSpan.FromSeconds(known) : (TimeSpan?)null));

    private sealed class NoLogin : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("nobody is logged in\nand more lines");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("nobody is logged in\nand more lines");
    }
}
