using System.Xml;
using System.Xml.Linq;

namespace ReleaseInfra.Cli.Azure.Calls;

/// <summary>An error of Azure Storage: <c>x-ms-error-code</c>, and <c>&lt;Error&gt;&lt;Message&gt;</c> where there is a body.</summary>
internal static class StorageError
{
    /// <summary>Null where the answer is none of storage's.</summary>
    public static AzureErrorBody? Of(AzureAnswer answer) =>
        answer.Headers.TryGetValue(AzureHeaders.ErrorCode, out var code) ? new AzureErrorBody(code, Message(answer) ?? "no message.") : null;

    // The lines after the first repeat the request's id and time.
    private static string? Message(AzureAnswer answer)
    {
        if (answer.Body.IsEmpty)
            return null;
        try
        {
            using var body = new MemoryStream(answer.Body.ToArray());
            return XDocument.Load(body).Root?.Element("Message")?.Value.Split('\n', 2)[0].Trim();
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
