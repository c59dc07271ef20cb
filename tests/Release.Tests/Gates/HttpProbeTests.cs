using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using ReleaseInfra.Cli.Gates;
using ReleaseInfra.Cli.Gates.Http;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;
using ReleaseInfra.Domain.Statistics;
using ReleaseInfra.Release.Tests.Azure;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Gates;

/// <summary>Health, smoke tests and webhooks, over real HTTP.</summary>
public sealed class HttpProbeTests
{
    private static readonly ProbeTarget New = new("web--v2", new Uri("http://web--v2.example/"));
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(5);

    private static readonly WebhookQuestion Question = new("production", "r-7", "web", "v1.2.3", "web--v2", 10);

    private ManualTime _time = null!;
    private OwnRequests _own = null!;
    private TaskCompletionSource _asked = null!;
    private AnsweringHosts _hosts = null!;
    private ProbeClient _client = null!;
    private RequestDelegate _answer = null!;

    [SetUp]
    public async Task StartAsync()
    {
        (_time, _own, _asked) = (new ManualTime(), new OwnRequests(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _hosts = await AnsweringHosts.StartAsync(http => _answer(http));
        _client = ProbeClient.Through(_hosts.Address, _time);
    }

    [TearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _hosts.DisposeAsync();
    }

    [TestCase(200)]
    [TestCase(302, Description = "Not followed.")]
    [TestCase(503)]
    public async Task Health_IsAskedAtTheRevisionsHost(int status)
    {
        _answer = http =>
        {
            http.Response.StatusCode = http.Request.Host.Host == "web--v2.example" && http.Request.Path == "/healthz" ? status : 404;
            http.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };

        Assert.That(await Health().LookAsync(New, "/healthz", Within, default), Is.EqualTo(
            new Measured<HealthAnswer>(new HealthAnswered(status), _time.GetUtcNow())));
        Assert.That(
            _own.Without(new Tally(5, 1), "web--v2", new Window(_time.GetUtcNow(), _time.GetUtcNow().AddMinutes(1))),
            Is.EqualTo(new Tally(4, status == 503 ? 0 : 1)));
    }

    [Test]
    public async Task Health_TooSlow_IsUnanswered_AfterTheStatedTime()
    {
        _answer = Never;

        var looking = Health().LookAsync(New, "/healthz", Within, default);
        await _asked.Task;
        _time.Advance(Within);

        Assert.That(((Measured<HealthAnswer>)await looking).Value, Is.EqualTo(new HealthUnanswered(Within, "it took longer")));
    }

    [Test]
    public async Task Health_Cancelled_IsNoMeasurement()
    {
        _answer = Never;
        using var interrupt = new CancellationTokenSource();

        var looking = Health().LookAsync(New, "/healthz", Within, interrupt.Token);
        await _asked.Task;
        await interrupt.CancelAsync();

        Assert.That(async () => await looking, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Health_NobodyListens_IsUnresponsive()
    {
        await _hosts.DisposeAsync();

        var tries = (Measured<ImmutableArray<HealthAnswer>>)await Health().TryAsync(New, "/healthz", Within, 3, default);

        Assert.That(tries.Value, Has.Length.EqualTo(3).And.All.TypeOf<HealthUnanswered>());
        Assert.That(UnresponsiveRule.Judge(tries.Value).Message, Is.EqualTo("The service is unresponsive: 0 of 3 tries were answered."));
    }

    [Test]
    public async Task Smoke_AsksInOrder_AndGivesWhatWasAnswered()
    {
        var asked = new List<string>();
        _answer = async http =>
        {
            using var body = new StreamReader(http.Request.Body);
            var (request, text) = (http.Request, await body.ReadToEndAsync());
            asked.Add($"{request.Method} {request.Path}{request.QueryString} {request.Headers["X-Try"]} {request.ContentType} {text}".Trim());
            http.Response.StatusCode = 201;
            http.Response.Headers["X-Order"] = "7";
            _time.Advance(TimeSpan.FromMilliseconds(120));
            await http.Response.WriteAsync("made");
        };
        var expected = Expect("POST /orders", 201) with
        {
            Headers = ImmutableSortedDictionary<string, string>.Empty.Add("x-order", "7"), BodyHolds = "made",
        };

        var results = await Smoke().RunAsync(
            New,
            [
                new SmokeRequest(HttpMethod.Post, "/orders", ImmutableSortedDictionary<string, string>.Empty.Add("X-Try", "1"), "{}", expected),
                new SmokeRequest(HttpMethod.Get, "/orders?page=2", ImmutableSortedDictionary<string, string>.Empty, "", Expect("GET /orders", 200)),
            ],
            Within,
            default);

        Assert.That(asked, Is.EqualTo(new[] { "POST /orders 1 application/json {}", "GET /orders?page=2" }));
        Assert.That(Verdicts(results), Is.EqualTo(new[]
        {
            Verdict.Passed("POST /orders answered 201 in 120 ms."), Verdict.Failed("GET /orders: status 201, expected 200."),
        }));
    }

    [Test]
    public async Task Smoke_NoAnswer_OrTooMuch_IsUnreadable()
    {
        _answer = http => http.Request.Path == "/large" ? http.Response.WriteAsync(new string('x', (1 << 20) + 1)) : Abort(http);
        SmokeRequest[] requests =
        [
            .. new[] { "/large", "/broken" }.Select(path => new SmokeRequest(
                HttpMethod.Get, path, ImmutableSortedDictionary<string, string>.Empty, "", Expect($"GET {path}", 200))),
        ];

        var results = await Smoke().RunAsync(New, [.. requests], Within, default);

        Assert.That(results[0].Answer, Is.EqualTo(new Unreadable<SmokeAnswer>("GET /large answered with more than 1048576 bytes")));
        Assert.That(((Unreadable<SmokeAnswer>)results[1].Answer).Error, Does.StartWith("GET /broken was not answered within 0 s: "));
        Assert.That(Verdicts(results), Has.All.Property("Outcome").EqualTo(Outcome.Errored));
    }

    [Test]
    public async Task Webhook_IsSigned()
    {
        var key = "shared"u8.ToArray();
        var isGenuine = false;
        _answer = async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var body = await reader.ReadToEndAsync();
            var signed = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{http.Request.Headers["X-Release-Timestamp"]}.{body}"));
            isGenuine = http.Request.Headers["X-Release-Signature"] == $"sha256={Convert.ToHexStringLower(signed)}"
                && http.Request.Headers["X-Release-Timestamp"] == $"{_time.GetUtcNow().ToUnixTimeSeconds()}"
                && body == """{"stack":"production","release":"r-7","service":"web","tag":"v1.2.3","revision":"web--v2","weight":10}""";
            await http.Response.WriteAsync("""{"outcome": "passed", "message": "No\nfindings."}""");
        };

        Assert.That(await Webhook(key).LookAsync(Question, Within, default), Is.EqualTo(
            new Measured<WebhookAnswer>(new WebhookAnswer("security", Outcome.Passed, "No findings."), _time.GetUtcNow())));
        Assert.That(isGenuine, Is.True);
    }

    [TestCase(200, """{"outcome":"failed"}""", Outcome.Failed)]
    [TestCase(200, """{"outcome":"inconclusive","message":7}""", Outcome.Inconclusive)]
    public async Task Webhook_TakesThreeOutcomes(int status, string body, Outcome outcome)
    {
        Answer(status, body);

        Assert.That(((Measured<WebhookAnswer>)await Webhook([1]).LookAsync(Question, Within, default)).Value, Is.EqualTo(
            new WebhookAnswer("security", outcome, "")));
    }

    [TestCase(200, "", "security answered with no outcome; it may be passed, failed or inconclusive")]
    [TestCase(200, "passed", "security answered with no outcome; it may be passed, failed or inconclusive")]
    [TestCase(200, "[]", "security answered with no outcome; it may be passed, failed or inconclusive")]
    [TestCase(200, """{"outcome":"Passed"}""", "security answered with no outcome; it may be passed, failed or inconclusive")]
    [TestCase(200, """{"outcome":"errored"}""", "security answered with no outcome; it may be passed, failed or inconclusive")]
    [TestCase(202, """{"outcome":"passed"}""", "security answered 202, not 200")]
    [TestCase(500, """{"outcome":"passed"}""", "security answered 500, not 200")]
    public async Task Webhook_AnythingElse_IsUnreadable(int status, string body, string error)
    {
        Answer(status, body);

        Assert.That(await Webhook([1]).LookAsync(Question, Within, default), Is.EqualTo(new Unreadable<WebhookAnswer>(error)));
    }

    [Test]
    public async Task Webhook_TooSlow_IsUnreadable()
    {
        _answer = Never;

        var looking = Webhook([1]).LookAsync(Question, Within, default);
        await _asked.Task;
        _time.Advance(Within);

        Assert.That(await looking, Is.EqualTo(new Unreadable<WebhookAnswer>("security did not answer within 5 s: it took longer")));
    }

    [Test]
    public async Task Target_IsTheHostOfRevisionOrLabel()
    {
        await using var live = await LiveAzure.OpenAsync();
        await live.PutAppAsync("v1");
        var app = (await live.Azure.ContainerApps.FindAsync(live.App, default))!;
        var revision = (await live.Azure.Revisions.FindAsync(live.App, "web--v1", default))!;

        Assert.That(ProbeTarget.Of(revision), Is.EqualTo(new ProbeTarget("web--v1", new Uri($"https://{revision.Host}/"))));
        Assert.That(ProbeTarget.Of(revision with { Host = null }), Is.Null);
        Assert.That(
            ProbeTarget.Of(app, "blue", "web--v1")!.At("/healthz?full=1"),
            Is.EqualTo(new Uri($"https://{app.Host!.Replace("web.", "web---blue.", StringComparison.Ordinal)}/healthz?full=1")));
    }

    private static SmokeExpectation Expect(string request, int status) =>
        new(request, status, ImmutableSortedDictionary<string, string>.Empty, "", TimeSpan.FromSeconds(1));

    private static Task Abort(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    private Task Never(HttpContext http)
    {
        _asked.TrySetResult();
        return Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private void Answer(int status, string body) => _answer = http =>
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(body);
    };

    private Verdict[] Verdicts(ImmutableArray<SmokeResult> results) =>
    [
        .. results.Select(result => Readings.Judge(
            result.Answer, _time.GetUtcNow(), TimeSpan.FromMinutes(1), answer => SmokeRule.Judge(result.Expected, answer))),
    ];

    private HealthProbe Health() => new(_client, _own, _time);

    private SmokeProbe Smoke() => new(_client, _own, _time);

    private WebhookProbe Webhook(byte[] key) => new(_client, "security", new Uri("http://gates.example/security"), key, _time);
}
