using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Tests.ContainerApps;
using static ReleaseInfra.Rehearsal.Tests.Arm.ServedAzure;
using static ReleaseInfra.Rehearsal.Tests.ContainerApps.AppOf;

namespace ReleaseInfra.Rehearsal.Tests.Arm;

public sealed class ContainerAppCallTests
{
    private static readonly OperationDurations Minute = new() { ContainerApp = TimeSpan.FromMinutes(1) };

    [Test]
    public async Task Get()
    {
        await using var served = await ServedAzure.OpenAsync();
        await new AppOf { Suffix = "v1", Traffic = [To("web--v1", 100, "blue")], Secrets = ["key"] }.PutAsync(served.Small);

        var app = await served.GetAsync(AppId);

        Assert.That(app.GetProperty("id").GetString(), Is.EqualTo(AppId));
        Assert.That(app.GetProperty("type").GetString(), Is.EqualTo("Microsoft.App/containerApps"));
        Assert.That(app.GetProperty("location").GetString(), Is.EqualTo("westeurope"));
        var properties = app.GetProperty("properties");
        Assert.That(properties.GetProperty("latestReadyRevisionName").GetString(), Is.EqualTo("web--v1"));
        Assert.That(properties.GetProperty("configuration").GetProperty("ingress").GetRawText(), Does.Contain(
            """
            "traffic":[{"label":"blue","revisionName":"web--v1","weight":100}]
            """));
        Assert.That(properties.TryGetProperty("containerAppName", out _), Is.False);
    }

    [Test]
    public async Task Patch_Traffic_MakesNoRevision()
    {
        await using var served = await ServedAzure.OpenAsync();
        await new AppOf { Suffix = "v1", Traffic = [To("web--v1", 100)] }.PutAsync(served.Small);
        await new AppOf { Suffix = "v2", Traffic = [To("web--v1", 100)] }.PutAsync(served.Small);

        var answer = await served.SendAsync("PATCH", AppId,
            """
            {"properties":{"configuration":{"ingress":{"traffic":[{"revisionName":"web--v1","weight":90},{"revisionName":"web--v2","weight":10}]}}}}
            """);

        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
        var shares = await served.Small.Azure.ContainerApps.TrafficAsync(AppId, default);
        Assert.That(shares.Select(share => (share.Revision, share.Weight)), Is.EqualTo(new[] { ("web--v1", 90), ("web--v2", 10) }));
        Assert.That(await served.Small.Azure.ContainerApps.ListAsync(AppId, default), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Patch_AcceptedIsFollowedToItsEnd()
    {
        await using var served = await ServedAzure.OpenAsync(Minute);
        await new AppOf { Suffix = "v1" }.PutAsync(served.Small);
        served.Small.Time.Advance(TimeSpan.FromMinutes(1));

        var answer = await served.SendAsync("PATCH", AppId, """{"properties":{"template":{"revisionSuffix":"v2"}}}""");

        Assert.That((int)answer.StatusCode, Is.EqualTo(202));
        Assert.That(Header(answer, "Retry-After"), Is.EqualTo("5"));
        var status = Header(answer, "Azure-AsyncOperation");
        var result = Header(answer, "Location");
        Assert.That((await JsonAsync(await served.FollowAsync(status))).GetProperty("status").GetString(), Is.EqualTo("InProgress"));
        Assert.That((int)(await served.FollowAsync(result)).StatusCode, Is.EqualTo(202));
        served.Small.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await JsonAsync(await served.FollowAsync(status))).GetProperty("status").GetString(), Is.EqualTo("Succeeded"));
        Assert.That(
            (await JsonAsync(await served.FollowAsync(result))).GetProperty("properties").GetProperty("latestRevisionName").GetString(),
            Is.EqualTo("web--v2"));
    }

    [Test]
    public async Task Patch_SuffixInUse_IsAcceptedAndFails()
    {
        await using var served = await ServedAzure.OpenAsync();
        await new AppOf { Suffix = "v1" }.PutAsync(served.Small);

        var answer = await served.SendAsync("PATCH", AppId, """{"properties":{"template":{"containers":[{"name":"web","image":"r.io/web:v2"}]}}}""");

        Assert.That((int)answer.StatusCode, Is.EqualTo(202));
        var status = await JsonAsync(await served.FollowAsync(Header(answer, "Azure-AsyncOperation")));
        Assert.That(status.GetProperty("status").GetString(), Is.EqualTo("Failed"));
        Assert.That(status.GetProperty("error").GetProperty("code").GetString(), Is.EqualTo("ContainerAppOperationError"));
        Assert.That(await ErrorAsync(await served.FollowAsync(Header(answer, "Location"))), Does.StartWith("409 ContainerAppOperationError: "));
    }

    [Test]
    public async Task Put_CreatesAndReplaces()
    {
        await using var served = await ServedAzure.OpenAsync();
        var body = $$$"""
            {"location":"westeurope","properties":{"environmentId":"{{{EnvironmentId}}}","provisioningState":"Succeeded",
             "configuration":{"activeRevisionsMode":"Multiple","ingress":{"external":true}},
             "template":{"revisionSuffix":"v1","containers":[{"name":"web","image":"r.io/web:v1"}]} } }
            """;

        var created = await served.SendAsync("PUT", AppId, body);
        var replaced = await served.SendAsync("PUT", AppId, body.Replace("v1", "v2", StringComparison.Ordinal));

        Assert.That((int)created.StatusCode, Is.EqualTo(201));
        Assert.That((int)replaced.StatusCode, Is.EqualTo(200));
        var revisions = await served.Small.Azure.ContainerApps.ListAsync(AppId, default);
        Assert.That(revisions.Select(view => view.Revision.Name), Is.EqualTo(new[] { "web--v1", "web--v2" }));
    }

    [Test]
    public async Task Put_AsItWasRead_ChangesNothing()
    {
        await using var served = await ServedAzure.OpenAsync();
        await new AppOf { Suffix = "v1", Traffic = [To("web--v1", 100)] }.PutAsync(served.Small);
        var read = await served.GetAsync(AppId);

        var answer = await served.SendAsync("PUT", AppId, read.GetRawText());

        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
        Assert.That((await JsonAsync(answer)).GetProperty("properties").GetRawText(), Is.EqualTo(read.GetProperty("properties").GetRawText()));
    }

    [Test]
    public async Task List_OfTheGroup()
    {
        await using var served = await ServedAzure.OpenAsync();
        await new AppOf { Suffix = "v1" }.PutAsync(served.Small);
        await new AppOf { Name = "api", Suffix = "v1" }.PutAsync(served.Small);

        var page = await served.GetAsync(SmallAzure.Id("Microsoft.App/containerApps"));

        Assert.That(page.GetProperty("value").EnumerateArray().Select(app => app.GetProperty("name").GetString()), Is.EqualTo(new[] { "api", "web" }));
    }

    [Test]
    public async Task Delete_SaysWhetherThereWasOne()
    {
        await using var served = await ServedAzure.OpenAsync();
        await new AppOf { Suffix = "v1" }.PutAsync(served.Small);

        Assert.That((int)(await served.SendAsync("DELETE", AppId)).StatusCode, Is.EqualTo(200));
        Assert.That((int)(await served.SendAsync("DELETE", AppId)).StatusCode, Is.EqualTo(204));
    }

    [Test]
    public async Task Revisions_ActivateDeactivateRestart()
    {
        await using var served = await ServedAzure.OpenAsync();
        await new AppOf { Suffix = "v1" }.PutAsync(served.Small);
        var revision = $"{AppId}/revisions/web--v1";

        var deactivated = await served.SendAsync("POST", revision + "/deactivate");
        Assert.That((int)deactivated.StatusCode, Is.EqualTo(200));
        Assert.That(await deactivated.Content.ReadAsStringAsync(), Is.Empty);
        Assert.That((await served.GetAsync(revision)).GetProperty("properties").GetProperty("active").GetBoolean(), Is.False);
        Assert.That((int)(await served.SendAsync("POST", revision + "/restart")).StatusCode, Is.EqualTo(400));
        Assert.That((int)(await served.SendAsync("POST", revision + "/activate")).StatusCode, Is.EqualTo(200));
        Assert.That((await served.GetAsync(revision)).GetProperty("properties").GetProperty("healthState").GetString(), Is.EqualTo("Healthy"));
        Assert.That((int)(await served.SendAsync("POST", revision + "/restart")).StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task Revisions_ListFiltersByActive()
    {
        await using var served = await ServedAzure.OpenAsync();
        await new AppOf { Suffix = "v1" }.PutAsync(served.Small);
        await new AppOf { Suffix = "v2" }.PutAsync(served.Small);
        await served.Small.Azure.ContainerApps.DeactivateAsync(AppId, "web--v1", default);

        async Task<string[]> NamesAsync(string query) =>
            [.. (await served.GetAsync($"{AppId}/revisions{query}")).GetProperty("value").EnumerateArray().Select(one => one.GetProperty("name").GetString()!)];

        Assert.That(await NamesAsync(""), Is.EqualTo(new[] { "web--v1", "web--v2" }));
        Assert.That(await NamesAsync("?$filter=properties/active eq true"), Is.EqualTo(new[] { "web--v2" }));
        Assert.That(await ErrorAsync(await served.SendAsync("GET", $"{AppId}/revisions?$filter=name eq 'x'")), Is.EqualTo(
            "400 InvalidFilterInQueryString: Invalid $filter 'name eq 'x'' specified in the query string. " +
            "It takes: properties/active eq true, properties/active eq false."));
    }

    [Test]
    public async Task Replicas()
    {
        await using var served = await ServedAzure.OpenAsync();
        await new AppOf { Suffix = "v1", MinReplicas = 2 }.PutAsync(served.Small);

        var replicas = (await served.GetAsync($"{AppId}/revisions/web--v1/replicas")).GetProperty("value").EnumerateArray().ToArray();

        Assert.That(replicas, Has.Length.EqualTo(2));
        var one = await served.GetAsync(replicas[1].GetProperty("id").GetString()!);
        Assert.That(one.GetRawText(), Is.EqualTo(replicas[1].GetRawText()));
        Assert.That(one.GetProperty("properties").GetProperty("containers")[0].GetProperty("ready").GetBoolean(), Is.True);
    }
}
