using System.Text;
using ReleaseInfra.Cli.Journal.Format;
using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Display;

/// <summary>For machines: the journal's own lines, without their hashes.</summary>
internal sealed class JsonLines(TextWriter output) : WrittenLines(output)
{
    private protected override void Write(JournalRecord record)
    {
        Output.Write(Encoding.UTF8.GetString(LineFormat.Json(record).Span));
        Output.Write('\n');
    }
}
