using System.Collections.Immutable;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ReleaseInfra.Rehearsal.Blobs.Http;

internal static class WireXml
{
    /// <summary>With a byte order mark, as storage writes its XML.</summary>
    public static ImmutableArray<byte> Of(XElement root)
    {
        using var content = new MemoryStream();
        using (var writer = XmlWriter.Create(content, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true) }))
            root.WriteTo(writer);
        return [.. content.ToArray()];
    }
}
