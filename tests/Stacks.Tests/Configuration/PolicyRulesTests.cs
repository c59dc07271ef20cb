using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Stacks.Tests.Configuration.ReadConfiguration;

namespace ReleaseInfra.Stacks.Tests.Configuration;

/// <summary>The rules of a release's policy: smoke tests, steps, gates, freezes, approvals. One edit, and exactly its problems.</summary>
public sealed class PolicyRulesTests
{
    private TemporaryWorkspace _workspace = null!;

    [SetUp]
    public void CopyWorkspace() => _workspace = new TemporaryWorkspace();

    [TearDown]
    public void RemoveWorkspace() => _workspace.Dispose();

    [TestCase("\"web\": {", "\"web\": { \"smokeTests\": [{ \"request\": \"POST /\" }],", "RI1008 services.web.smokeTests[0].request: 'POST /' is not GET or HEAD and a path from the root of the service, such as GET /api/version.")]
    [TestCase("\"web\": {", "\"web\": { \"smokeTests\": [{ \"request\": \"GET //other.example.com/\" }],", "RI1008 services.web.smokeTests[0].request: 'GET //other.example.com/' is not GET or HEAD and a path from the root of the service, such as GET /api/version.")]
    [TestCase("\"web\": {", "\"web\": { \"smokeTests\": [{ \"request\": \"GET /\\\\other.example.com\" }],", "RI1008 services.web.smokeTests[0].request: 'GET /\\other.example.com' is not GET or HEAD and a path from the root of the service, such as GET /api/version.")]
    [TestCase("\"web\": {", "\"web\": { \"smokeTests\": [{ \"request\": \"GET /a?b=c\", \"status\": 100, \"within\": \"2m\" }, { \"reqest\": \"GET /\" }],", "RI1008 services.web.smokeTests[0].status: '100' is not a whole number from 200 to 599.", "RI1008 services.web.smokeTests[0].within: '2m' is not a duration from 1s to 1m, in seconds, minutes or hours such as 30s, 5m or 2h.", "RI1005 services.web.smokeTests[1].reqest: There is no key 'reqest' here; did you mean 'request'?", "RI1006 services.web.smokeTests[1].request: The key 'request' is missing.")]
    [TestCase("\"web\": {", "\"web\": { \"smokeTests\": [\"GET /\"],", "RI1007 services.web.smokeTests[0]: This is text, not an object.")]
    [TestCase("\"web\": {", "\"web\": { \"smokeTests\": [{ \"request\": \"HEAD /a\", \"bodyHolds\": \"b\" }, { \"request\": \"HEAD /a\", \"status\": 302, \"headers\": { \"Location\": \"/b\" } }],", "RI1130 services.web.smokeTests[0].bodyHolds: The answer to HEAD /a has no body, so it can never hold anything.")]
    [TestCase("\"web\": {", "\"web\": { \"smokeTests\": [{ \"request\": \"GET /\", \"headers\": { \"Content Type\": \"text/html\" } }],", "RI1008 services.web.smokeTests[0].headers.Content Type: 'Content Type' is not an HTTP header's name such as Content-Type.")]
    [TestCase("\"worker\": {", "\"worker\": { \"smokeTests\": [{ \"request\": \"GET /\" }],", "RI1129 services.worker.smokeTests: Without ingress nobody can ask the service anything.")]
    [TestCase("\"network\":", "\"rollout\": { \"steps\": [10, { \"weight\": 10 }, 100] },\n  \"network\":", "RI1118 rollout.steps: The step 10 comes after 10.")]
    [TestCase("\"network\":", "\"rollout\": { \"steps\": [\"10\", { \"bake\": \"5s\", \"aproval\": true }, 100] },\n  \"network\":", "RI1007 rollout.steps[0]: This is text, not a number.", "RI1008 rollout.steps[1].bake: '5s' is not a duration from 10s to 24h, in seconds, minutes or hours such as 30s, 5m or 2h.", "RI1005 rollout.steps[1].aproval: There is no key 'aproval' here; did you mean 'approval'?", "RI1006 rollout.steps[1].weight: The key 'weight' is missing.")]
    [TestCase("\"network\":", "\"rollout\": { \"steps\": [{ \"weight\": 50, \"approval\": true }, 100] },\n  \"network\":", "RI1131 rollout.steps: The step 50 waits for an approval, and approvals.required is 0, so nobody would be asked.")]
    [TestCase("\"network\":", "\"rollout\": { \"regression\": { \"alphaPercent\": 0 } },\n  \"network\":", "RI1008 rollout.regression.alphaPercent: '0' is not a number from 0.1 to 20.")]
    [TestCase("\"network\":", "\"rollout\": { \"gates\": { \"interval\": \"10m\" } },\n  \"network\":", "RI1132 rollout.gates: 5 samples take 40m, and the step 10 has 20m: its bake and deadlines.metrics.")]
    [TestCase("\"network\":", "\"rollout\": { \"gates\": { \"interval\": \"10m\" }, \"evidence\": { \"samples\": 0 } },\n  \"network\":", "RI1008 rollout.evidence.samples: '0' is not a whole number from 1 to 1000.")]
    [TestCase("\"network\":", "\"rollout\": { \"gates\": { \"queues\": { \"wrker\": { \"metric\": \"depth\", \"depth\": 9 } } } },\n  \"network\":", "RI1133 rollout.gates.queues.wrker: The queue of 'wrker' is a gate, and the environment has no such service; did you mean 'worker'?")]
    [TestCase("\"network\":", "\"rollout\": { \"gates\": { \"queues\": { \"worker\": { \"metric\": \"\", \"depth\": -1 } } } },\n  \"network\":", "RI1008 rollout.gates.queues.worker.metric: '' is not a metric's name of 1 to 256 printing characters.", "RI1008 rollout.gates.queues.worker.depth: '-1' is not a whole number from 0 to 1000000.")]
    [TestCase("\"network\":", "\"rollout\": { \"gates\": { \"webhook\": { \"url\": \"https://gates.example.com/release\", \"secretVariable\": \"A-B\" } } },\n  \"network\":", "RI1008 rollout.gates.webhook.secretVariable: The value is not the name of an environment variable such as RELEASE_SLACK_URL: upper-case letters, digits and '_', a letter first.")]
    [TestCase("\"network\":", "\"rollout\": { \"gates\": { \"webhook\": { \"url\": \"http://gates.example.com/\", \"secretVariable\": \"KEY\" } } },\n  \"network\":", "RI1008 rollout.gates.webhook.url: The value is not an https address without user, query and fragment, such as https://gates.example.com/release.")]
    [TestCase("\"network\":", "\"rollout\": { \"gates\": { \"webhook\": { \"url\": \"https://me:key@gates.example.com/\", \"secretVariable\": \"KEY\" } } },\n  \"network\":", "RI1008 rollout.gates.webhook.url: The value is not an https address without user, query and fragment, such as https://gates.example.com/release.")]
    [TestCase("\"network\":", "\"rollout\": { \"gates\": { \"webhook\": { \"url\": \"https://gates.example.com/?code=k\", \"secretVariable\": \"KEY\" } } },\n  \"network\":", "RI1008 rollout.gates.webhook.url: The value is not an https address without user, query and fragment, such as https://gates.example.com/release.")]
    [TestCase("\"network\":", "\"rollout\": { \"gates\": { \"webhook\": { \"url\": \"https://gates.example.com/#k\", \"secretVariable\": \"KEY\" } } },\n  \"network\":", "RI1008 rollout.gates.webhook.url: The value is not an https address without user, query and fragment, such as https://gates.example.com/release.")]
    [TestCase("\"network\":", "\"rollout\": { \"gates\": { \"webhook\": { \"url\": \"gates.example.com\", \"secretVariable\": \"KEY\" } } },\n  \"network\":", "RI1008 rollout.gates.webhook.url: The value is not an https address without user, query and fragment, such as https://gates.example.com/release.")]
    [TestCase("\"network\":", "\"freezes\": { \"incidentEnded\": \"2026-11-02T08:30+01:00\" },\n  \"network\":", "RI1008 freezes.incidentEnded: '2026-11-02T08:30+01:00' is not a UTC time such as 2026-11-02T08:30Z.")]
    [TestCase("\"network\":", "\"approvals\": { \"validFor\": \"169h\" },\n  \"network\":", "RI1008 approvals.validFor: '169h' is not a duration from 1m to 168h, in seconds, minutes or hours such as 30s, 5m or 2h.")]
    [TestCase("\"network\":", "\"migration\": { \"backwardCompatible\": \"yes\" },\n  \"network\":", "RI1007 migration.backwardCompatible: This is text, not true or false.")]
    public void Staging_Edited(string text, string edited, params string[] expected)
    {
        _workspace.Replace(Staging, text, edited);

        Assert.That(
            _workspace.Problems("staging").Select(problem => $"{problem.Code} {problem.Path}: {problem.Message}"),
            Is.EquivalentTo(expected));
    }

    [TestCase(20, 0)]
    [TestCase(21, 1)]
    public void SmokeTests_AtMostTwenty(int count, int problems)
    {
        var tests = string.Join(", ", Enumerable.Repeat("{ \"request\": \"GET /\" }", count));
        _workspace.Replace(Staging, "\"web\": {", $"\"web\": {{ \"smokeTests\": [{tests}],");

        Assert.That(_workspace.Problems("staging").Select(problem => problem.Message), Has.Exactly(problems).Items.And.All.EqualTo(
            "The value is not a list of 0 to 20, each item an object with request, status, headers, bodyHolds, within."));
    }

    [Test]
    public void SmokeTests_AsWritten()
    {
        _workspace.Replace(Staging, "\"web\": {", """
            "web": { "smokeTests": [
              { "request": "HEAD /old?a=b", "status": 301, "headers": { "Location": "/new" }, "within": "5s" },
              { "request": "GET /api/version", "bodyHolds": "v1" }
            ],
            """);

        var tests = _workspace.Settings("staging").Services["web"].SmokeTests;

        Assert.That(tests.Select(test => $"{test.Request} {test.Status} '{test.BodyHolds}' {test.Within.TotalSeconds} s"), Is.EqualTo(new[]
        {
            "HEAD /old?a=b 301 '' 5 s",
            "GET /api/version 200 'v1' 2 s",
        }));
        Assert.That(tests.Select(test => test.Path), Is.EqualTo(new[] { "/old?a=b", "/api/version" }));
        Assert.That(tests[0].Headers, Is.EqualTo(new Dictionary<string, string> { ["Location"] = "/new" }));
    }

    [Test]
    public void Steps_AsWritten()
    {
        _workspace.Replace(Staging, "\"network\":", """
            "rollout": { "drill": false, "steps": [10, { "weight": 50, "bake": "10m", "approval": true }, { "weight": 100 }] },
            "approvals": { "required": 1, "approvers": ["ann"], "validFor": "2h" },
            "network":
            """);

        var settings = _workspace.Settings("staging");

        Assert.That(settings.Rollout.Steps, Is.EqualTo(new[]
        {
            new StepSettings(10), new StepSettings(50, TimeSpan.FromMinutes(10), NeedsApproval: true), new StepSettings(100),
        }));
        Assert.That(settings.Rollout.Drill, Is.False);
        Assert.That(settings.Approvals.ValidFor, Is.EqualTo(TimeSpan.FromHours(2)));
    }

    [Test]
    public void Gates_AsWritten()
    {
        _workspace.Replace(Staging, "\"network\":", """
            "rollout": {
              "gates": {
                "interval": "15s", "initialDelay": "1m", "inconclusiveLimit": 9, "consecutiveErrorLimit": 0,
                "databaseCpuPercent": 80, "databaseConnections": 400, "replicaRestarts": null,
                "queues": { "worker": { "metric": "queue.depth", "depth": 500 } },
                "webhook": { "url": "https://gates.example.com/release", "secretVariable": "RELEASE_GATE_SECRET" }
              }
            },
            "network":
            """);

        var gates = _workspace.Settings("staging").Rollout.Gates;

        Assert.That(gates with { Queues = GateSettings.Usual.Queues }, Is.EqualTo(new GateSettings
        {
            Interval = TimeSpan.FromSeconds(15),
            InitialDelay = TimeSpan.FromMinutes(1),
            InconclusiveLimit = 9,
            ConsecutiveErrorLimit = 0,
            DatabaseCpuPercent = 80,
            DatabaseConnections = 400,
            ReplicaRestarts = null,
            Webhook = new WebhookGateSettings(new Uri("https://gates.example.com/release"), "RELEASE_GATE_SECRET", TimeSpan.FromSeconds(10)),
        }));
        Assert.That(gates.Queues, Is.EqualTo(new Dictionary<string, QueueSettings> { ["worker"] = new QueueSettings("queue.depth", 500) }));
    }

    [TestCase("2026-11-02T08:30Z", 0)]
    [TestCase("2026-11-02T08:30:15Z", 15)]
    public void IncidentEnded_IsAMoment(string written, int second)
    {
        _workspace.Replace(Staging, "\"network\":", $"\"freezes\": {{ \"incidentEnded\": \"{written}\" }},\n  \"network\":");

        Assert.That(
            _workspace.Settings("staging").Freezes.IncidentEnded,
            Is.EqualTo(new DateTimeOffset(2026, 11, 2, 8, 30, second, TimeSpan.Zero)));
    }

    [Test]
    public void Policy_ThatIsNotWritten_IsTheUsualOne()
    {
        _workspace.Replace(Base, "    \"drill\": true,\n", "");
        _workspace.Replace(Base, ", \"alphaPercent\": 5", "");
        _workspace.Replace(Base, ",\n    \"validFor\": \"24h\"", "");
        _workspace.Replace(Base, "    \"backwardCompatible\": true,\n", "");
        _workspace.Replace(Staging, "\"network\":", "\"rollout\": { \"gates\": null },\n  \"network\":");

        var settings = _workspace.Settings("staging");

        Assert.That(settings.Rollout.Drill, Is.True);
        Assert.That(settings.Rollout.Regression, Is.EqualTo(RegressionSettings.Usual));
        Assert.That(settings.Rollout.Gates, Is.EqualTo(GateSettings.Usual));
        Assert.That(settings.Approvals.ValidFor, Is.EqualTo(TimeSpan.FromHours(24)));
        Assert.That(settings.Migration!.BackwardCompatible, Is.Null);
        Assert.That(settings.Freezes.IncidentEnded, Is.Null);
    }

    [TestCase("\"secretVariable\": \"hunter2!hunter2\"")]
    [TestCase("\"secretVariable\": \"KEY\", \"url\": \"https://gates.example.com/?code=hunter2!hunter2\"")]
    public void Problems_NeverShowWhatMayBeAWebhooksKey(string written)
    {
        _workspace.Replace(Staging, "\"network\":", $"\"rollout\": {{ \"gates\": {{ \"webhook\": {{ {written} }} }} }},\n  \"network\":");

        Assert.That(string.Join("\n", _workspace.Problems("staging")), Does.Contain("RI1008").And.Not.Contain("hunter2"));
    }
}
