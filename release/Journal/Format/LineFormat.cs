using System.Text.Json;
using ReleaseInfra.Cli.Journal.Chain;
using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Journal.Format;

/// <summary>A record as a line: format, number, time, epoch, kind, the kind's members, hash.</summary>
internal static class LineFormat
{
    public const int Version = 1;

    /// <param name="before">Hash of the line before.</param>
    /// <returns>The line, with its end, and its hash.</returns>
    public static (byte[] Line, string Hash) Write(string before, JournalRecord record)
    {
        var (line, hash) = SealedLine.Seal(before, Json(record).Span);
        return ([.. line, (byte)'\n'], hash);
    }

    /// <summary>Without the hash, as <c>run --json</c> prints it.</summary>
    public static ReadOnlyMemory<byte> Json(JournalRecord record) => JournalJson.Write(writer =>
    {
        writer.WriteNumber("v", Version);
        writer.WriteNumber("n", record.Number);
        writer.WriteMoment("at", record.At);
        writer.WriteNumber("epoch", record.Epoch);
        EntryFormat.Kinds.Write(writer, record.Entry);
    });

    /// <param name="number">Of the line in its file, for messages.</param>
    /// <exception cref="ReleaseFailure">A newer program wrote it, or it makes no sense.</exception>
    public static JournalRecord Read(ReadOnlyMemory<byte> line, int number, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.Whole("v") is var version and > Version)
                throw ReleaseFailure.JournalNewer(file, number, version, Version);
            return new JournalRecord(root.Whole("n"), root.Time("at"), root.Whole("epoch"), EntryFormat.Kinds.Read(root));
        }
        catch (Exception misread) when (JournalJson.IsMisread(misread))
        {
            throw ReleaseFailure.JournalBroken(file, number, misread.Message);
        }
    }
}
