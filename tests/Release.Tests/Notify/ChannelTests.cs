using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ReleaseInfra.Cli.Notify;
using ReleaseInfra.Cli.Notify.Channels;
using ReleaseInfra.Cli.Notify.Posting;
using ReleaseInfra.Domain.Notices;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Servers;

namespace ReleaseInfra.Release.Tests.Notify;

/// <summary>What each kind of channel is sent, to the byte.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ChannelTests
{
    private const string Hostile = "<!channel> & <https://evil.example|click> *now* [here](https://evil.example) {{DATE}}\r\nBcc: all@example.com";

    private readonly ManualTime _time = new();
    private HttpMessageInvoker _http = null!;
    private LoopbackHttp _server = null!;

    [SetUp]
    public void Start() => (_http, _server) = (NoticePost.CreateHttp(), LoopbackHttp.Answering("200 OK"));

    [TearDown]
    public async Task Stop()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Test]
    public async Task Slack_GetsBlocks_AndALineForWhereThereAreNone()
    {
        await Slack().SendAsync(Notices.Started, default);

        Assert.That(_server.Asked.Single().Line, Is.EqualTo("POST /slack HTTP/1.1"));
        Assert.That(_server.Asked.Single().Headers["Content-Type"], Is.EqualTo("application/json"));
        Assert.That(Body(), Is.EqualTo(Notices.Normal(
            """
            {
              "text": "[production] Release of web v1.2.3 started: ann@laptop releases web v1.2.3 to production: the new search. The new version takes 10 %, then 100 % of the traffic, each only while its gates pass. It is done at 2026-11-21 13:10 UTC at the earliest; no downtime is expected.",
              "blocks": [
                { "type": "header", "text": { "type": "plain_text", "text": "[production] Release of web v1.2.3 started", "emoji": false } },
                { "type": "section", "text": { "type": "mrkdwn", "text": "ann@laptop releases web v1.2.3 to production: the new search. The new version takes 10 %, then 100 % of the traffic, each only while its gates pass. It is done at 2026-11-21 13:10 UTC at the earliest; no downtime is expected.", "verbatim": true } },
                { "type": "section", "fields": [
                  { "type": "mrkdwn", "text": "*Release*\n20261121-120000-0a1b2c3d", "verbatim": true },
                  { "type": "mrkdwn", "text": "*Changes*\nweb v1.2.2 to v1.2.3", "verbatim": true },
                  { "type": "mrkdwn", "text": "*By*\nann@laptop", "verbatim": true },
                  { "type": "mrkdwn", "text": "*Why*\nthe new search", "verbatim": true }
                ] }
              ]
            }
            """)));
    }

    [Test]
    public async Task Slack_TakesNoMarkupOfPeople()
    {
        await Slack().SendAsync(Notices.WithWhy(Hostile), default);

        Assert.That(Root().GetProperty("blocks")[2].GetProperty("fields")[3].GetProperty("text").GetString(), Is.EqualTo(
            "*Why*\n&lt;!channel&gt; &amp; &lt;https://evil.example|click&gt; *now* [here](https://evil.example) {{DATE}}  Bcc: all@example.com"));
        Assert.That(Root().GetProperty("text").GetString(), Does.Not.Contain("<").And.Contain("&lt;!channel&gt;"));
    }

    [Test]
    public async Task Slack_StaysWithinItsLimits()
    {
        await Slack().SendAsync(Notices.WithWhy(new string('&', 5000)), default);

        var text = Root().GetProperty("blocks")[1].GetProperty("text").GetProperty("text").GetString()!;
        Assert.That(text, Has.Length.LessThanOrEqualTo(3000).And.EndsWith("&amp;…"));
        Assert.That(
            Root().GetProperty("blocks")[2].GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("text").GetString()!.Length),
            Is.All.LessThanOrEqualTo(2000));
    }

    [Test]
    public async Task Teams_GetsACardOfPlainRuns()
    {
        await Teams().SendAsync(Notices.RolledBack[1], default);

        Assert.That(Body(), Is.EqualTo(Notices.Normal(
            """
            {
              "type": "message",
              "attachments": [{
                "contentType": "application/vnd.microsoft.card.adaptive",
                "content": {
                  "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
                  "type": "AdaptiveCard",
                  "version": "1.4",
                  "body": [
                    { "type": "RichTextBlock", "inlines": [{ "type": "TextRun", "text": "[production] Rolling back web v1.2.3", "size": "large", "weight": "bolder", "color": "attention" }] },
                    { "type": "RichTextBlock", "inlines": [{ "type": "TextRun", "text": "6 of 100 requests failed (6 %), limit 5 %. The old version is given all the traffic again, within 5 min. There is nothing to do but to watch; another notice says when it is done." }] },
                    { "type": "RichTextBlock", "inlines": [{ "type": "TextRun", "text": "Release: ", "weight": "bolder" }, { "type": "TextRun", "text": "20261121-120000-0a1b2c3d" }] },
                    { "type": "RichTextBlock", "inlines": [{ "type": "TextRun", "text": "Changes: ", "weight": "bolder" }, { "type": "TextRun", "text": "web v1.2.2 to v1.2.3" }] },
                    { "type": "RichTextBlock", "inlines": [{ "type": "TextRun", "text": "By: ", "weight": "bolder" }, { "type": "TextRun", "text": "ann@laptop" }] },
                    { "type": "RichTextBlock", "inlines": [{ "type": "TextRun", "text": "Why: ", "weight": "bolder" }, { "type": "TextRun", "text": "the new search" }] },
                    { "type": "RichTextBlock", "inlines": [{ "type": "TextRun", "text": "Reason: ", "weight": "bolder" }, { "type": "TextRun", "text": "6 of 100 requests failed (6 %), limit 5 %." }] },
                    { "type": "RichTextBlock", "inlines": [{ "type": "TextRun", "text": "Was: ", "weight": "bolder" }, { "type": "TextRun", "text": "baking at 10 %" }] }
                  ]
                }
              }]
            }
            """)));
    }

    [Test]
    public async Task Teams_HasNothingThatIsRenderedAsMarkdown_AndFitsInto28Kilobytes()
    {
        await Teams().SendAsync(Notices.WithWhy(string.Concat(Enumerable.Repeat(Hostile + "\u00e9\u4e2d", 500))), default);

        var card = Root().GetProperty("attachments")[0].GetProperty("content").GetProperty("body");
        Assert.That(card.EnumerateArray().Select(block => block.GetProperty("type").GetString()), Is.All.EqualTo("RichTextBlock"));
        Assert.That(Encoding.UTF8.GetByteCount(_server.Asked.Single().Body), Is.LessThan(28 * 1024));
    }

    [Test]
    public async Task Webhook_IsSigned_AndHasTheDocumentedShape()
    {
        var key = Encoding.UTF8.GetBytes("the shared key");

        await new WebhookChannel("audit", "RELEASE_AUDIT_URL", _server.At("/audit"), key, Post(), _time).SendAsync(Notices.RolledBack[2], default);

        var asked = _server.Asked.Single();
        Assert.That(asked.Headers["X-Release-Timestamp"], Is.EqualTo("1772442000"));
        Assert.That(asked.Headers["X-Release-Signature"], Is.EqualTo(
            $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"1772442000.{asked.Body}")))}"));
        Assert.That(Shortened(Root()), Is.EqualTo(Shortened(Documented())));
    }

    [Test]
    public async Task PagerDuty_IsTriggeredByWhatIsCritical()
    {
        await PagerDuty().SendAsync(Notices.RolledBack[1], default);

        Assert.That(Body(), Is.EqualTo(Notices.Normal(
            """
            {
              "routing_key": "planted-routing-key",
              "event_action": "trigger",
              "dedup_key": "20261121-120000-0a1b2c3d",
              "client": "release",
              "payload": {
                "summary": "[production] Rolling back web v1.2.3: 6 of 100 requests failed (6 %), limit 5 %. The old version is given all the traffic again, within 5 min. There is nothing to do but to watch; another notice says when it is done.",
                "source": "production",
                "severity": "critical",
                "timestamp": "2026-11-21T12:08:00.000Z",
                "class": "rolling back",
                "custom_details": {
                  "Release": "20261121-120000-0a1b2c3d",
                  "Changes": "web v1.2.2 to v1.2.3",
                  "By": "ann@laptop",
                  "Why": "the new search",
                  "Reason": "6 of 100 requests failed (6 %), limit 5 %.",
                  "Was": "baking at 10 %"
                }
              }
            }
            """)));
    }

    [Test]
    public async Task PagerDuty_IsResolvedByTheEnd()
    {
        await PagerDuty().SendAsync(Notices.RolledBack[2], default);

        Assert.That(Body(), Is.EqualTo("""{"routing_key":"planted-routing-key","event_action":"resolve","dedup_key":"20261121-120000-0a1b2c3d"}"""));
    }

    [Test]
    public async Task PagerDuty_ATest_WakesNobody()
    {
        await PagerDuty().SendAsync(new TestNotice(StackName.Production, "ann@laptop", _time.GetUtcNow()), default);

        Assert.That(Body(), Is.EqualTo("""{"routing_key":"planted-routing-key","event_action":"resolve","dedup_key":"test-production"}"""));
    }

    [TestCase(PagerDutyRegion.UnitedStates, "https://events.pagerduty.com/v2/enqueue")]
    [TestCase(PagerDutyRegion.Europe, "https://events.eu.pagerduty.com/v2/enqueue")]
    public void PagerDuty_IsWhereTheAccountIs(PagerDutyRegion region, string address) =>
        Assert.That(PagerDutyChannel.EventsOf(region), Is.EqualTo(new Uri(address)));

    private static readonly TestCaseData[] Filters =
    [
        Case(new SlackSettings("A") { Events = [NoticeKind.Started, NoticeKind.RolledBack], Severity = NoticeSeverity.Info }, "started", "rolled back"),
        Case(new SlackSettings("A") { Events = [NoticeKind.Started, NoticeKind.RolledBack], Severity = NoticeSeverity.Warning }, "rolled back"),
        Case(new SlackSettings("A") { Events = [.. Enum.GetValues<NoticeKind>()], Severity = NoticeSeverity.Critical }, "rolling back"),
        Case(new PagerDutySettings("A", PagerDutyRegion.Europe), "rolling back", "rolled back"),
    ];

    [TestCaseSource(nameof(Filters))]
    public void Settings_SayWhatAChannelTakes(ChannelSettings settings, string[] taken)
    {
        Assert.That(Notices.RolledBack.Where(settings.Takes).Select(notice => notice.Kind.Word()), Is.EqualTo(taken));
        Assert.That(settings.Takes(new TestNotice(StackName.Production, "ann@laptop", _time.GetUtcNow())), Is.True);
    }

    private static TestCaseData Case(ChannelSettings settings, params string[] taken) =>
        new TestCaseData(settings, taken).SetArgDisplayNames($"{settings.GetType().Name}: {string.Join(", ", taken)}");

    private static JsonElement Documented()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs/notifications.md"));
        var start = text.IndexOf("```json\n{\n  \"notice\"", StringComparison.Ordinal) + "```json\n".Length;
        return JsonDocument.Parse(text[start..text.IndexOf("```", start, StringComparison.Ordinal)]).RootElement;
    }

    // The document shows one fact of many.
    private static string Shortened(JsonElement notice) => string.Join('\n', notice.EnumerateObject()
        .Select(member => member.Name == "facts" ? $"facts {member.Value[0].GetRawText().Replace(" ", "", StringComparison.Ordinal)}" : $"{member.Name} {member.Value}"));

    private string Body() => Notices.Normal(_server.Asked.Single().Body);

    private JsonElement Root() => JsonDocument.Parse(_server.Asked.Single().Body).RootElement;

    private SlackChannel Slack() => new("chat", "RELEASE_SLACK_URL", _server.At("/slack"), Post());

    private TeamsChannel Teams() => new("leads", "RELEASE_TEAMS_URL", _server.At("/teams"), Post());

    private PagerDutyChannel PagerDuty() => new("on-call", "RELEASE_PAGERDUTY_KEY", "planted-routing-key", _server.At("/v2/enqueue"), Post());

    private NoticePost Post() => new(_http, _time);
}
