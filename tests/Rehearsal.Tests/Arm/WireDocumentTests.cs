using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReleaseInfra.Rehearsal.Arm;
using ReleaseInfra.Rehearsal.Arm.Calls;
using static ReleaseInfra.Rehearsal.Tests.Arm.ServedAzure;

namespace ReleaseInfra.Rehearsal.Tests.Arm;

/// <summary>What <c>docs/azure-wire.md</c> shows is what is served, to the last property.</summary>
public sealed class WireDocumentTests
{
    private static readonly string[] Headers = ["Azure-AsyncOperation", "Docker-Content-Digest", "Location", "Retry-After"];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Test]
    public async Task Document_HasASectionForEveryCall()
    {
        using var small = await SmallAzure.OpenAsync();
        var served = ArmCalls.Over(new ArmWorld(small.Azure, new ArmServerOptions { Time = small.Time }))
            .Select(call => $"{call.Name}: {call.Method} {call.Template}");

        var documented = WireDocument.Sections().SelectMany(section => section.Templates.Select(template => $"{section.Call}: {template}"));

        Assert.That(documented.Order(StringComparer.Ordinal), Is.EqualTo(served.Order(StringComparer.Ordinal)));
        Assert.That(WireDocument.Sections().Where(section => section.Exchanges.Count == 0), Is.Empty);
    }

    /// <summary>A defect of the server's own is nothing to write down.</summary>
    [Test]
    public void Document_RecordsNoDefect() => Assert.That(
        WireDocument.Sections().SelectMany(section => section.Exchanges).Where(exchange => exchange.Answer.StartsWith("500", StringComparison.Ordinal)), Is.Empty);

    [TestCaseSource(nameof(Sections))]
    public async Task Section_IsServedAsWritten(string call)
    {
        var section = WireDocument.Sections().Single(section => section.Call == call);
        await using var served = await WireWorld.OpenAsync();
        var tokens = new DrawnTokens(served.Server.Token);
        foreach (var exchange in section.Exchanges)
        {
            if (exchange.Later)
                served.Small.Time.Advance(TimeSpan.FromMinutes(1));
            var answer = await served.SendAsync(
                exchange.Method,
                Real(exchange.Path),
                exchange.Body.Length == 0 ? null : tokens.Put(Real(exchange.Body)),
                ("Authorization", $"Bearer {tokens.Latest}"));

            Assert.That(tokens.Take(await TextAsync(served, answer)), Is.EqualTo(Canonical(exchange.Answer)), $"{exchange.Method} {exchange.Path}");
        }
    }

    private static IEnumerable<string> Sections() => WireDocument.Sections().Select(section => section.Call);

    private static string Real(string text) => text
        .Replace("{group}", SmallAzure.Group, StringComparison.Ordinal)
        .Replace("{subscription}", $"/subscriptions/{AzureScope.SubscriptionId}", StringComparison.Ordinal);

    /// <summary>However the document breaks the lines of the content.</summary>
    private static string Canonical(string answer) => answer.Split("\n\n", 2) is [var head, var content]
        ? $"{head}\n\n{JsonNode.Parse(content)!.ToJsonString(Indented)}"
        : answer;

    /// <summary>As the document writes it: the server by the name of Azure's, and the group by a word.</summary>
    private static async Task<string> TextAsync(ServedAzure served, HttpResponseMessage answer)
    {
        var lines = new List<string> { ((int)answer.StatusCode).ToString(null, null) };
        lines.AddRange(Headers.Where(name => Header(answer, name).Length > 0).Select(name => $"{name}: {Header(answer, name)}"));
        var content = await answer.Content.ReadAsStringAsync();
        if (content.Length > 0)
            lines.AddRange(["", JsonNode.Parse(content)!.ToJsonString(Indented)]);

        return string.Join('\n', lines)
            .Replace(served.Server.Endpoint.ToString(), "https://management.azure.com/", StringComparison.Ordinal)
            .Replace(SmallAzure.Group, "{group}", StringComparison.Ordinal)
            .Replace($"/subscriptions/{AzureScope.SubscriptionId}", "{subscription}", StringComparison.Ordinal);
    }
}
