using ReleaseInfra.Cli.Notify;
using ReleaseInfra.Cli.Notify.Posting;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Notices;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Servers;

namespace ReleaseInfra.Release.Tests.Notify;

/// <summary>What becomes of a notice where something is wrong; the secret by which a channel is reached is in no text of it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DeliveryTests
{
    private const string Secret = "/services/T00/B00/planted-secret";

    private readonly SwiftTime _time = new(TimeSpan.FromSeconds(5));
    private HttpMessageInvoker _http = null!;

    [SetUp]
    public void Start() => _http = NoticePost.CreateHttp();

    [TearDown]
    public void Stop() => _http.Dispose();

    [TestCase("204 No Content")]
    [TestCase("202 Accepted")]
    public async Task ATakenNotice_IsNoFailure(string answer)
    {
        await using var server = LoopbackHttp.Answering(answer);

        Assert.That(await TryAsync(server), Is.Null);
        Assert.That(server.Asked, Has.Count.EqualTo(1));
    }

    [TestCase("404 Not Found", "'chat' answered 404: what RELEASE_SLACK_URL holds is not valid there (any more). Make a new one, and set it.")]
    [TestCase("400 Bad Request", "'chat' answered 400, so it did not take the notice. Look whether RELEASE_SLACK_URL is of a channel of this kind.")]
    [TestCase("307 Temporary Redirect\r\nLocation: http://127.0.0.1:1/elsewhere", "'chat' answered 307, which leads elsewhere and is not followed. Set RELEASE_SLACK_URL to the address that it leads to.")]
    [TestCase("429 Too Many Requests\r\nRetry-After: 60", "'chat' answered 429 and asked to come back after 60 s, which is longer than a notice may take. Send it less, by 'events' or 'severity'.")]
    public async Task ARefusal_IsNotTriedAgain(string answer, string error)
    {
        await using var server = LoopbackHttp.Answering(answer);

        Assert.That(await TryAsync(server), Is.EqualTo(new NoticeFailed("chat", "started", error)));
        Assert.That(server.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task AServerError_IsTriedOnceMore()
    {
        await using var server = LoopbackHttp.Answering("500 Internal Server Error", "503 Service Unavailable");

        var failed = await TryAsync(server);

        Assert.That(failed!.Error, Is.EqualTo("'chat' answered 503, twice. Look whether the service is well."));
        Assert.That(server.Asked, Has.Count.EqualTo(2));
        Assert.That(_time.Waits, Is.EqualTo(new[] { TimeSpan.FromSeconds(1) }));
    }

    [Test]
    public async Task TooMany_WaitsAsLongAsItIsAsked()
    {
        await using var server = LoopbackHttp.Answering("429 Too Many Requests\r\nRetry-After: 4", "200 OK");

        Assert.That(await TryAsync(server), Is.Null);
        Assert.That(_time.Waits, Is.EqualTo(new[] { TimeSpan.FromSeconds(4) }));
    }

    [Test]
    public async Task NobodyThere_IsUnreachable()
    {
        var server = LoopbackHttp.Answering("200 OK");
        await server.DisposeAsync();

        Assert.That((await TryAsync(server))!.Error, Is.EqualTo(
            "'chat' could not be reached: the connection failed. Look at the address in RELEASE_SLACK_URL, and whether this machine may connect to it."));
    }

    [Test]
    public async Task AnUnknownName_IsUnreachable()
    {
        var failed = await TryAsync($"https://hooks.planted-secret.invalid{Secret}");

        Assert.That(failed!.Error, Is.EqualTo(
            "'chat' could not be reached: its name is not known. Look at the address in RELEASE_SLACK_URL, and whether this machine may connect to it."));
    }

    [Test]
    public async Task NoAnswer_EndsAtTheDeadline()
    {
        await using var server = LoopbackHttp.Answering("");
        var trying = TryAsync(server);
        await server.WasAsked;
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.That((await trying)!.Error, Is.EqualTo(
            "'chat' did not take the notice within 10 s. Look whether the service is well, and whether this machine may connect to it."));
    }

    [Test]
    public async Task TheCommandsEnd_EndsIt()
    {
        await using var server = LoopbackHttp.Answering("");
        using var ending = new CancellationTokenSource();
        var trying = TryAsync(server, ending.Token);
        await server.WasAsked;
        await ending.CancelAsync();

        Assert.That((await trying)!.Error, Is.EqualTo("'chat' was not told before the command ended. Look whether the service is well."));
    }

    [TestCase(null, "'chat' has no use of RELEASE_SLACK_URL, which is not set. Set it where the release runs.")]
    [TestCase(" ", "'chat' has no use of RELEASE_SLACK_URL, which is not set. Set it where the release runs.")]
    [TestCase("hooks.slack.com" + Secret, "'chat' needs an https address in RELEASE_SLACK_URL, and what is there is none. Set it to the whole address, with its scheme.")]
    [TestCase("http://hooks.slack.com" + Secret, "'chat' needs an https address in RELEASE_SLACK_URL, and what is there is none. Set it to the whole address, with its scheme.")]
    public async Task Rejects_AnAddressThatIsNone(string? address, string error) => Assert.That((await TryAsync(address))!.Error, Is.EqualTo(error));

    [Test]
    public async Task ADefect_IsAFailureLikeOthers()
    {
        var failed = await new Delivery(_time).TryAsync(new BrokenChannel(), Notices.Started, default);

        Assert.That(failed, Is.EqualTo(new NoticeFailed(
            "broken", "started", "'broken' failed in a way that is a defect of this program: InvalidOperationException.")));
    }

    private Task<NoticeFailed?> TryAsync(LoopbackHttp server, CancellationToken cancellation = default) =>
        TryAsync(server.At(Secret).ToString(), cancellation);

    private async Task<NoticeFailed?> TryAsync(string? address, CancellationToken cancellation = default)
    {
        var settings = SettingsFixtures.Production.Notifications with
        {
            Channels = SettingsFixtures.Production.Notifications.Channels.Add(
                "chat", new SlackSettings("RELEASE_SLACK_URL") { Events = [NoticeKind.Started], Severity = NoticeSeverity.Info }),
        };
        var subscription = new Subscriptions(name => name == "RELEASE_SLACK_URL" ? address : null, _http, _time).Of(settings).Single();
        var failed = await new Delivery(_time).TryAsync(subscription.Channel, Notices.Started, cancellation);
        Assert.That(failed?.Error ?? "", Does.Not.Contain("planted-secret").And.Not.Contain("127.0.0.1"));
        return failed;
    }

    private sealed class BrokenChannel : IChannel
    {
        public string Name => "broken";

        public Task SendAsync(Notice notice, CancellationToken cancellation) => throw new InvalidOperationException("https://planted-secret");
    }
}
