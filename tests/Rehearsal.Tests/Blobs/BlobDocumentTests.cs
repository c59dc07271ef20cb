using System.Xml.Linq;
using ReleaseInfra.Rehearsal.Blobs;
using ReleaseInfra.Rehearsal.Blobs.Calls;
using ReleaseInfra.Rehearsal.Blobs.Storage;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Rehearsal.Tests.Blobs;

/// <summary>What <c>docs/blob-wire.md</c> shows is what is served.</summary>
public sealed class BlobDocumentTests
{
    /// <summary>What differs between two runs, or stands in every answer.</summary>
    private static readonly string[] Everywhere = ["Date", "x-ms-request-id", "x-ms-version", "Last-Modified", "Content-Length", "Content-Type"];

    [Test]
    public void Document_HasASectionForEveryCall()
    {
        var storage = new BlobStorage(new BlobServerOptions { Time = new ManualTime(), Containers = [] });
        var served = ServedBlobCalls.Over(storage).Select(
            call => $"{call.Name}: {call.Template}{(call.LeaseAction is { } action ? $", x-ms-lease-action: {action}" : "")}");

        Assert.That(BlobDocument.Sections().Select(section => $"{section.Call}: {section.Template}"), Is.EquivalentTo(served));
        Assert.That(BlobDocument.Sections().Where(section => section.Exchanges.Count == 0), Is.Empty);
    }

    [TestCaseSource(nameof(Sections))]
    public async Task Section_IsServedAsWritten(string call)
    {
        await using var served = await ServedBlobs.OpenAsync();
        foreach (var exchange in BlobDocument.Sections().Single(section => section.Call == call).Exchanges)
        {
            if (exchange.Later)
                served.Time.Advance(TimeSpan.FromMinutes(1));
            using var answer = await served.SendAsync(exchange.Method, exchange.Path, exchange.Body, exchange.Headers);

            Assert.That(Head(answer), Is.EqualTo(exchange.Answer), $"{exchange.Method} {exchange.Path}");
            Assert.That(await ContentAsync(served, answer), Is.EqualTo(Canonical(exchange.Content)), $"{exchange.Method} {exchange.Path}");
        }
    }

    private static IEnumerable<string> Sections() => BlobDocument.Sections().Select(section => section.Call);

    private static string Head(HttpResponseMessage answer) => string.Join('\n', answer.Headers
        .Where(header => !Everywhere.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
        .OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
        .Prepend(((int)answer.StatusCode).ToString(null, null)));

    private static async Task<string> ContentAsync(ServedBlobs served, HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return Canonical(text.TrimStart('\ufeff').TrimEnd()
            .Replace(served.Server.Endpoint.ToString(), "https://shopjournals.blob.core.windows.net/", StringComparison.Ordinal));
    }

    /// <summary>However the document breaks the lines of XML.</summary>
    private static string Canonical(string content) =>
        content.StartsWith('<') ? XElement.Parse(content).ToString() : content;
}
