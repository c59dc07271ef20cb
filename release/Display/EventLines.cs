using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Display;

/// <summary>One line for each event, for logs: when, in UTC, and what, with its numbers.</summary>
internal sealed class EventLines(TextWriter output, bool colour) : WrittenLines(output)
{
    private readonly StyledWriter _writer = new(output, colour);

    private protected override void Write(JournalRecord record)
    {
        var words = EntryWords.Of(record.Entry);
        _writer.WriteLine(StyledLine.Of((Style.Muted, $"{EntryWords.Moment(record.At)}  "), (words.Style, words.Text)));
    }
}
