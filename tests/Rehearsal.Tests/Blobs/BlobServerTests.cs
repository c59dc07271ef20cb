using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Blobs;

namespace ReleaseInfra.Rehearsal.Tests.Blobs;

public sealed class BlobServerTests
{
    private const string Blob = "/releases/production/1.jsonl";
    private const string Own = "11111111-1111-1111-1111-111111111111";
    private const string Other = "22222222-2222-2222-2222-222222222222";

    private ServedBlobs _served = null!;

    [SetUp]
    public async Task OpenAsync() => _served = await ServedBlobs.OpenAsync(mostBlocks: 3);

    [TearDown]
    public async Task CloseAsync() => await _served.DisposeAsync();

    /// <summary>Azure's table of what each action does in each state.</summary>
    [TestCase("free", "acquire own", "201")]
    [TestCase("free", "renew own", "409 LeaseNotPresentWithLeaseOperation")]
    [TestCase("free", "release own", "409 LeaseNotPresentWithLeaseOperation")]
    [TestCase("free", "break", "409 LeaseNotPresentWithLeaseOperation")]
    [TestCase("free", "write", "201")]
    [TestCase("free", "write own", "412 LeaseNotPresentWithBlobOperation")]
    [TestCase("leased", "acquire own", "201")]
    [TestCase("leased", "acquire other", "409 LeaseAlreadyPresent")]
    [TestCase("leased", "renew own", "200")]
    [TestCase("leased", "renew other", "409 LeaseIdMismatchWithLeaseOperation")]
    [TestCase("leased", "release other", "409 LeaseIdMismatchWithLeaseOperation")]
    [TestCase("leased", "break", "202")]
    [TestCase("leased", "write", "412 LeaseIdMissing")]
    [TestCase("leased", "write own", "201")]
    [TestCase("leased", "write other", "412 LeaseIdMismatchWithBlobOperation")]
    [TestCase("expired", "acquire other", "201")]
    [TestCase("expired", "renew own", "200")]
    [TestCase("expired", "release own", "200")]
    [TestCase("expired", "break", "202")]
    [TestCase("expired", "write", "201")]
    [TestCase("expired", "write own", "412 LeaseLost")]
    [TestCase("expired and written", "renew own", "409 LeaseNotPresentWithLeaseOperation")]
    [TestCase("broken", "acquire other", "201")]
    [TestCase("broken", "renew own", "409 LeaseIsBrokenAndCannotBeRenewed")]
    [TestCase("broken", "release own", "200")]
    [TestCase("broken", "break", "202")]
    [TestCase("broken", "write", "201")]
    [TestCase("broken", "write own", "412 LeaseLost")]
    public async Task Lease_InEachState(string state, string action, string outcome)
    {
        if (state != "free")
            await DoAsync("acquire own");
        if (state == "broken")
            await DoAsync("break");
        if (state.StartsWith("expired", StringComparison.Ordinal))
            _served.Time.Advance(TimeSpan.FromSeconds(60));
        if (state == "expired and written")
            await DoAsync("write");

        Assert.That(await DoAsync(action), Is.EqualTo(outcome));
    }

    [Test]
    public async Task Block_AboveTheLimit_IsRefused()
    {
        Assert.That(await DoAsync("write"), Is.EqualTo("201"));
        Assert.That(await DoAsync("write"), Is.EqualTo("201"));
        Assert.That(await DoAsync("write"), Is.EqualTo("409 BlockCountExceedsLimit"));
    }

    [TestCase("15", "201")]
    [TestCase("14", "400 InvalidHeaderValue")]
    [TestCase("61", "400 InvalidHeaderValue")]
    [TestCase("-1", "400 InvalidHeaderValue")]
    [TestCase("", "400 MissingRequiredHeader")]
    public async Task Lease_OfAnotherDuration_IsRefused(string seconds, string outcome) => Assert.That(
        await _served.OutcomeAsync("PUT", $"{Blob}?comp=lease", null, ("x-ms-lease-action", "acquire"), ("x-ms-lease-duration", seconds)),
        Is.EqualTo(outcome));

    [Test]
    public async Task WhoeverIsNotKnown_IsRefused()
    {
        _served.Token = "another";
        Assert.That(await _served.OutcomeAsync("GET", Blob, null), Is.EqualTo("401 InvalidAuthenticationInfo"));
        _served.Token = null;
        Assert.That(await _served.OutcomeAsync("GET", Blob, null), Is.EqualTo("401 NoAuthenticationInformation"));
    }

    [Test]
    public async Task WhatIsNotServed_IsRefused() =>
        Assert.That(await _served.OutcomeAsync("DELETE", Blob, null), Is.EqualTo("405 UnsupportedHttpVerb"));

    [Test]
    public async Task Faults_StandInPlaceOfAnswers()
    {
        _served.Fail("blobs.get", new BlobRefusal(403, "AuthorizationFailure", "No."));
        _served.Fail("blobs.get", new ServerError());
        _served.Fail("blobs.get", new TooManyRequests(TimeSpan.FromSeconds(3)));
        _served.Fail("blobs.get", new Unavailable());
        var outcomes = new List<string>();
        for (var call = 0; call < 5; call++)
            outcomes.Add(await _served.OutcomeAsync("GET", Blob, null));

        Assert.That(outcomes, Is.EqualTo(new[] { "403 AuthorizationFailure", "500 InternalError", "503 ServerBusy", "503 ServerBusy", "200" }));
    }

    [Test]
    public async Task Fault_AfterTheEffect_LosesTheAnswerAlone()
    {
        _served.Fail("blobs.append", new ConnectionReset(), afterEffect: true);

        Assert.That(() => DoAsync("write"), Throws.InstanceOf<HttpRequestException>());
        using var answer = await _served.SendAsync("GET", Blob, null);
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("{\"n\":1}\n{\"n\":2}\n"));
    }

    private Task<string> DoAsync(string action)
    {
        var id = action.EndsWith("own", StringComparison.Ordinal) ? Own : Other;
        (string, string) held = ("x-ms-lease-id", id);
        return action.Split(' ') switch
        {
            ["write"] => _served.OutcomeAsync("PUT", $"{Blob}?comp=appendblock", "{\"n\":2}\n"),
            ["write", _] => _served.OutcomeAsync("PUT", $"{Blob}?comp=appendblock", "{\"n\":2}\n", held),
            ["acquire", _] => LeaseAsync("acquire", ("x-ms-proposed-lease-id", id), ("x-ms-lease-duration", "60")),
            ["break"] => LeaseAsync("break", ("x-ms-lease-break-period", "0")),
            [var other, _] => LeaseAsync(other, held),
            _ => throw new ArgumentException(action),
        };
    }

    private Task<string> LeaseAsync(string action, params (string Name, string Value)[] headers) =>
        _served.OutcomeAsync("PUT", $"{Blob}?comp=lease", null, [("x-ms-lease-action", action), .. headers]);
}
