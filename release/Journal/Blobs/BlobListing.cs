using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Failures;

namespace ReleaseInfra.Cli.Journal.Blobs;

internal static class BlobListing
{
    /// <summary>The names that begin so, of every page.</summary>
    public static async Task<ImmutableArray<string>> ReadAsync(
        BlobContainer container, string prefix, TimeProvider time, CancellationToken cancellation)
    {
        var requests = new BlobRequests(container.Path, time);
        var names = ImmutableArray.CreateBuilder<string>();
        for (string? marker = null; ;)
        {
            var answer = await container.Calls.SendAsync(requests.List(prefix, marker), cancellation);
            var root = Xml(answer);
            var blobs = root.Element("Blobs") ?? throw new AzureUnexpectedAnswer(answer.Call, "it lacks 'Blobs'.");
            names.AddRange(blobs.Elements("Blob").Select(
                blob => blob.Element("Name")?.Value ?? throw new AzureUnexpectedAnswer(answer.Call, "it has a blob without a name.")));
            if (root.Element("NextMarker")?.Value is not { Length: > 0 } next)
                return names.ToImmutable();
            marker = next;
        }
    }

    private static XElement Xml(AzureAnswer answer)
    {
        try
        {
            // From a stream: it begins with a byte order mark.
            using var body = new MemoryStream(answer.Body.ToArray());
            return XDocument.Load(body).Root!;
        }
        catch (XmlException misread)
        {
            throw new AzureUnexpectedAnswer(answer.Call, "it is not XML.", misread);
        }
    }
}
