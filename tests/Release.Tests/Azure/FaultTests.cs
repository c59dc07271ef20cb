using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Rehearsal.Arm.Faults;

namespace ReleaseInfra.Release.Tests.Azure;

/// <summary>What comes between a call and its answer, and what comes of it.</summary>
public sealed class FaultTests
{
    private static readonly ImmutableArray<TrafficEntry> Entries = [new(new NamedRevision("web--v1"), 100, "stable")];

    private static readonly ArmFault[] Passing =
    [
        new Conflict(), new TooManyRequests(TimeSpan.FromSeconds(3)), new ServerError(), new Unavailable(), new GatewayTimeout(), new ConnectionReset(),
    ];

    private LiveAzure _live = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _live = await LiveAzure.OpenAsync();
        await _live.PutAppAsync("v1");
    }

    [TearDown]
    public async Task CloseAsync() => await _live.DisposeAsync();

    [TestCaseSource(nameof(Passing))]
    public async Task Write_IsRepeated_UntilItIsTaken(ArmFault fault)
    {
        _live.Fail("containerApps.patch", fault, times: 2);

        await _live.Azure.Traffic.SetAsync(_live.App, Entries, default);

        Assert.That(await _live.Azure.Traffic.GetAsync(_live.App, default), Is.EqualTo(Entries));
        Assert.That(_live.Log.Of("/web").Where(attempt => attempt.StartsWith("PATCH", StringComparison.Ordinal)), Has.Exactly(3).Items);
        Assert.That(_live.Time.Waits, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Write_WhoseAnswerIsLost_IsRepeated()
    {
        _live.Fail("containerApps.patch", new ConnectionReset(), afterEffect: true);

        await _live.Azure.Traffic.SetAsync(_live.App, Entries, default);

        Assert.That(await _live.Azure.Traffic.GetAsync(_live.App, default), Is.EqualTo(Entries));
    }

    [Test]
    public async Task RetryAfter_IsObeyed()
    {
        _live.Fail("containerApps.get", new TooManyRequests(TimeSpan.FromSeconds(17)), times: 2);

        await _live.Azure.Traffic.GetAsync(_live.App, default);

        Assert.That(_live.Time.Waits, Is.EqualTo(new[] { TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(17) }));
    }

    [Test]
    public void RetryAfter_BeyondTheDeadline_IsNotWaitedFor()
    {
        _live.Fail("containerApps.get", new TooManyRequests(TimeSpan.FromMinutes(10)));

        var refusal = Assert.ThrowsAsync<AzureRefusal>(() => _live.Azure.Traffic.GetAsync(_live.App, default))!;

        Assert.That(refusal.Status, Is.EqualTo(429));
        Assert.That(_live.Time.Waits, Is.Empty);
    }

    [Test]
    public void Delays_GrowAndStayWithinTheirLimit()
    {
        _live.Fail("containerApps.get", new ServerError(), times: 1000);

        Assert.ThrowsAsync<AzureRefusal>(() => _live.Azure.Traffic.GetAsync(_live.App, default));

        Assert.That(_live.Time.Waits, Has.Length.InRange(6, 60));
        Assert.That(_live.Time.Waits.Max(), Is.LessThanOrEqualTo(TimeSpan.FromSeconds(20)));
        Assert.That(_live.Time.Waits[..3].Max(), Is.LessThan(_live.Time.Waits.Max()));
        Assert.That(_live.Time.Waits.Distinct().Count(), Is.GreaterThan(3));
    }

    [Test]
    public void Read_WithoutAnAnswer_IsUnreachable()
    {
        _live.Fail("containerApps.get", new ConnectionReset(), times: 1000);

        var failure = Assert.ThrowsAsync<AzureUnreachable>(() => _live.Azure.Traffic.GetAsync(_live.App, default))!;

        Assert.That(failure.Message, Does.StartWith("Azure gave no answer to GET Microsoft.App/containerApps/web: ").And.EndsWith(" 2 minutes passed."));
    }

    [Test]
    public void Write_WithoutAnAnswer_IsUnknown()
    {
        _live.Fail("containerApps.patch", new ConnectionReset(), times: 1000);

        var failure = Assert.ThrowsAsync<AzureOutcomeUnknown>(() => _live.Azure.Traffic.SetAsync(_live.App, Entries, default))!;

        Assert.That(failure.Message, Is.EqualTo("Nobody knows whether PATCH Microsoft.App/containerApps/web took effect: 2 minutes passed."));
    }

    [Test]
    public void Write_ThatAzureNeverTakes_IsARefusal()
    {
        _live.Fail("containerApps.patch", new Conflict(), times: 1000);

        var refusal = Assert.ThrowsAsync<AzureRefusal>(() => _live.Azure.Traffic.SetAsync(_live.App, Entries, default))!;

        Assert.That((refusal.Status, refusal.Code), Is.EqualTo((409, "ContainerAppOperationInProgress")));
    }

    [Test]
    public async Task SlowAnswer_IsTriedAgain()
    {
        _live.Fail("containerApps.get", new Slow(TimeSpan.FromMinutes(30)));
        var reading = _live.Azure.Traffic.GetAsync(_live.App, default);

        // The attempt is given up after 100 seconds, and the next one is answered at once.
        while (!reading.IsCompleted && _live.Log.Attempts.Length == 0)
        {
            _live.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10);
        }

        Assert.That(await reading, Has.Length.EqualTo(1));
        Assert.That(_live.Log.Of("/web"), Is.EqualTo(new[] { "GET lost", "GET 200" }));
    }

    [Test]
    public async Task Log_NamesEveryAttempt_AndNoSecret()
    {
        _live.Fail("containerApps.get", new ServerError());

        await _live.Azure.Traffic.GetAsync(_live.App, default);

        var attempts = _live.Log.Attempts;
        Assert.That(attempts.Select(attempt => attempt.Status), Is.EqualTo(new int?[] { 500, 200 }));
        Assert.That(attempts.Select(attempt => attempt.ClientRequestId).Distinct().Count(), Is.EqualTo(1));
        Assert.That(attempts.Select(attempt => attempt.ServiceRequestId), Is.All.Not.Empty);
        Assert.That(string.Join('\n', attempts.Select(attempt => attempt.ToString())), Does.Not.Contain(_live.Server.Token).And.Not.Contain("api-version"));
    }
}
