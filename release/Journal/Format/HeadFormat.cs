using System.Text.Json;
using ReleaseInfra.Cli.Journal.Chain;

namespace ReleaseInfra.Cli.Journal.Format;

/// <summary>A head, sealed like a line: a flipped byte in it is found too.</summary>
internal static class HeadFormat
{
    public static byte[] Write(JournalName journal, JournalHead head) => SealedLine.Seal(ChainHash.Seed(journal), JournalJson.Write(writer =>
    {
        writer.WriteNumber("v", LineFormat.Version);
        writer.WriteNumber("epoch", head.Epoch);
        writer.WriteNumber("count", head.Count);
        writer.WriteString("last", head.Last);
        writer.WriteString("by", head.Writer.By);
        writer.WriteString("host", head.Writer.Host);
        writer.WriteNumber("process", head.Writer.ProcessId);
        writer.WriteMoment("since", head.Since);
    }).Span).Line;

    /// <param name="file">The journal's name, for messages.</param>
    /// <exception cref="ReleaseFailure">It is not what was written.</exception>
    public static JournalHead Read(JournalName journal, ReadOnlyMemory<byte> bytes, string file)
    {
        if (SealedLine.Verify(ChainHash.Seed(journal), bytes.Span) is null)
            throw ReleaseFailure.JournalHeadBroken($"The head of {file}", "its hash is not that of its text.");
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            if (root.Whole("v") is var version and > LineFormat.Version)
                throw new JsonException($"it has format {version}, and this program knows formats up to {LineFormat.Version}.");
            return new JournalHead(
                root.Whole("epoch"),
                root.Whole("count"),
                root.Text("last"),
                new JournalWriter(root.Text("by"), root.Text("host"), root.Whole("process")),
                root.Time("since"));
        }
        catch (Exception misread) when (JournalJson.IsMisread(misread))
        {
            throw ReleaseFailure.JournalHeadBroken($"The head of {file}", misread.Message);
        }
    }
}
