using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Tests.ContainerApps;
using static ReleaseInfra.Rehearsal.Tests.Arm.ServedAzure;
using static ReleaseInfra.Rehearsal.Tests.ContainerApps.AppOf;

namespace ReleaseInfra.Rehearsal.Tests.Arm;

public sealed class FaultTests
{
    private static readonly NamedCall Patch = new("containerApps.patch");

    private static readonly TestCaseData[] Errors =
    [
        Case(new Conflict(), "409 ContainerAppOperationInProgress: Cannot modify the container app because another operation is in progress. Try again when it has ended."),
        Case(new TooManyRequests(TimeSpan.FromSeconds(17)),
            "429 TooManyRequests: The request is being throttled as the limit has been reached for operation type. Try again after the given time."),
        Case(new ServerError(), "500 InternalServerError: The server encountered an internal error. Please retry the request."),
        Case(new Unavailable(), "503 ServiceUnavailable: The service is unavailable now. Please retry the request."),
        Case(new GatewayTimeout(), "504 GatewayTimeout: The gateway did not receive a response from the service within the specified time period."),
    ];

    [TestCaseSource(nameof(Errors))]
    public async Task Error_StandsInPlaceOfTheCall(ArmFault fault, string error)
    {
        await using var served = await WithAppAsync();
        served.Server.Faults.Add(new ArmFaultRule(Patch, fault));

        Assert.That(await ErrorAsync(await TagAsync(served)), Is.EqualTo(error));
        Assert.That(await IsTaggedAsync(served), Is.False);
        Assert.That((int)(await TagAsync(served)).StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task TooManyRequests_SaysWhenToTryAgain()
    {
        await using var served = await WithAppAsync();
        served.Server.Faults.Add(new ArmFaultRule(Patch, new TooManyRequests(TimeSpan.FromSeconds(16.2))));

        Assert.That(Header(await TagAsync(served), "Retry-After"), Is.EqualTo("17"));
    }

    [Test]
    public async Task ConnectionReset_LeavesNoAnswer()
    {
        await using var served = await WithAppAsync();
        served.Server.Faults.Add(new ArmFaultRule(Patch, new ConnectionReset()));

        Assert.That(async () => await TagAsync(served), Throws.InstanceOf<HttpRequestException>());
        Assert.That(await IsTaggedAsync(served), Is.False);
    }

    [Test]
    public async Task AfterEffect_LosesTheAnswerAlone()
    {
        await using var served = await WithAppAsync();
        served.Server.Faults.Add(new ArmFaultRule(Patch, new GatewayTimeout()) { AfterEffect = true });

        Assert.That((int)(await TagAsync(served)).StatusCode, Is.EqualTo(504));
        Assert.That(await IsTaggedAsync(served), Is.True);
    }

    [Test]
    public async Task Slow_WaitsByTheServersClock()
    {
        await using var served = await WithAppAsync();
        served.Server.Faults.Add(new ArmFaultRule(Patch, new Slow(TimeSpan.FromHours(1))));

        var waiting = TagAsync(served);
        while (!waiting.IsCompleted)
        {
            // Until the call has come in, there is nothing that waits for the clock.
            await Task.Delay(1);
            served.Small.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.That((int)(await waiting).StatusCode, Is.EqualTo(200));
        Assert.That(await IsTaggedAsync(served), Is.True);
    }

    [Test]
    public async Task PartialResult_KeepsTheRows()
    {
        await using var served = await WireWorld.OpenAsync();
        served.Server.Faults.Add(new ArmFaultRule(new NamedCall("logs.query"), new PartialResult()));

        var answer = await QueryAsync(served);

        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
        var body = await JsonAsync(answer);
        Assert.That(body.GetProperty("error").GetProperty("code").GetString(), Is.EqualTo("PartialError"));
        Assert.That(body.GetProperty("tables")[0].GetProperty("rows").GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public async Task NotNumbers_KeepTheirTimes()
    {
        await using var served = await WireWorld.OpenAsync();
        served.Server.Faults.Add(new ArmFaultRule(new NamedCall("metrics.list"), new NotNumbers()));

        var answer = await served.SendAsync("GET", $"{AppId}/providers/Microsoft.Insights/metrics?metricnames=Requests");

        var point = (await JsonAsync(answer)).GetProperty("value")[0].GetProperty("timeseries")[0].GetProperty("data").EnumerateArray()
            .First(one => one.TryGetProperty("total", out _));
        Assert.That(point.GetProperty("total").GetString(), Is.EqualTo("NaN"));
        Assert.That(point.GetProperty("timeStamp").GetDateTime(), Is.GreaterThan(DateTime.UnixEpoch));
    }

    [Test]
    public async Task EmptyResult_HasNoContentType()
    {
        await using var served = await WireWorld.OpenAsync();
        served.Server.Faults.Add(new ArmFaultRule(new NamedCall("logs.query"), new EmptyResult()));

        var answer = await QueryAsync(served);

        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
        Assert.That(answer.Content.Headers.ContentType, Is.Null);
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.Empty);
    }

    [Test]
    public async Task NoContent()
    {
        await using var served = await WireWorld.OpenAsync();
        served.Server.Faults.Add(new ArmFaultRule(new NamedCall("logs.query"), new NoContent()));

        Assert.That((int)(await QueryAsync(served)).StatusCode, Is.EqualTo(204));
    }

    [Test]
    public async Task RevisionNotIndexed_WhereTheFilterNamesIt()
    {
        await using var served = await WireWorld.OpenAsync();
        served.Server.Faults.Add(new ArmFaultRule(new NamedCall("metrics.list"), new RevisionNotIndexed("web--v1")));
        var metrics = $"{AppId}/providers/Microsoft.Insights/metrics?metricnames=Requests&$filter=revisionName eq ";

        Assert.That((int)(await served.SendAsync("GET", metrics + "'*'")).StatusCode, Is.EqualTo(200));
        Assert.That(await ErrorAsync(await served.SendAsync("GET", metrics + "'web--v1'")), Is.EqualTo(
            "400 BadRequest: The dimension value 'web--v1' of 'revisionName' was not found: it may not be indexed yet. " +
            "Ask for '*', or set validatedimensions=false."));
        Assert.That((int)(await served.SendAsync("GET", metrics + "'web--v1'")).StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task Rule_StrikesAfterAndAsOftenAsSaid()
    {
        await using var served = await WithAppAsync();
        served.Server.Faults.Add(new ArmFaultRule(new PathMatch("GET", "*/containerapps/*"), new ServerError()) { After = 1, Times = 2 });

        var statuses = new List<int>();
        for (var call = 0; call < 4; call++)
            statuses.Add((int)(await served.SendAsync("GET", AppId)).StatusCode);

        Assert.That(statuses, Is.EqualTo(new[] { 200, 500, 500, 200 }));
    }

    [Test]
    public async Task Rules_TheFirstOneStrikes()
    {
        await using var served = await WithAppAsync();
        served.Server.Faults.Add(new ArmFaultRule(new PathMatch("*", "*"), new Unavailable()));
        served.Server.Faults.Add(new ArmFaultRule(new NamedCall("containerApps.get"), new ServerError()));

        Assert.That((int)(await served.SendAsync("GET", AppId)).StatusCode, Is.EqualTo(503));
        Assert.That((int)(await served.SendAsync("GET", AppId)).StatusCode, Is.EqualTo(500));
    }

    [Test]
    public async Task Clear_EndsThem()
    {
        await using var served = await WithAppAsync();
        served.Server.Faults.Add(new ArmFaultRule(new PathMatch("*", "*"), new Unavailable()) { Times = int.MaxValue });

        Assert.That((int)(await served.SendAsync("GET", AppId)).StatusCode, Is.EqualTo(503));
        served.Server.Faults.Clear();
        Assert.That((int)(await served.SendAsync("GET", AppId)).StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task Strangers_MeetNoFault()
    {
        await using var served = await WithAppAsync();
        served.Server.Faults.Add(new ArmFaultRule(new PathMatch("*", "*"), new Unavailable()));
        using var stranger = new HttpClient(Pinned(served.Server)) { BaseAddress = served.Server.Endpoint };

        Assert.That((int)(await stranger.GetAsync(AppId)).StatusCode, Is.EqualTo(401));
        Assert.That((int)(await served.SendAsync("GET", AppId)).StatusCode, Is.EqualTo(503));
    }

    private static async Task<ServedAzure> WithAppAsync()
    {
        var served = await ServedAzure.OpenAsync();
        await new AppOf { Suffix = "v1" }.PutAsync(served.Small);
        return served;
    }

    private static Task<HttpResponseMessage> TagAsync(ServedAzure served) => served.SendAsync("PATCH", AppId, """{"tags":{"team":"shop"}}""");

    private static async Task<bool> IsTaggedAsync(ServedAzure served) =>
        (await served.Small.Azure.Resources.GetAsync(AppId, default)).Declared.Inputs.ContainsKey("tags");

    private static async Task<HttpResponseMessage> QueryAsync(ServedAzure served)
    {
        var workspace = await served.GetAsync(SmallAzure.Id("Microsoft.OperationalInsights/workspaces/logs"));
        var id = workspace.GetProperty("properties").GetProperty("customerId").GetString();
        return await served.SendAsync("POST", $"/v1/workspaces/{id}/query", $$"""{"query":"{{WireWorld.Query}}"}""");
    }

    private static TestCaseData Case(ArmFault fault, string error) => new TestCaseData(fault, error).SetArgDisplayNames(fault.GetType().Name);
}
