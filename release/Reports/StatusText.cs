using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Cli.Display;
using ReleaseInfra.Domain.Plans;

namespace ReleaseInfra.Cli.Reports;

/// <summary>A release's status for people: where it stands, what comes of that, and what to do.</summary>
internal static class StatusText
{
    public static void WriteNone(string stack, StyledWriter writer) => writer.WriteLine($"No release of {stack} was ever run.");

    public static void Write(ReleaseStatus status, StyledWriter writer)
    {
        var standing = status.Board.Standing;
        writer.WriteLine(Style.Heading, StyledText.OneLine($"{standing.Began.Stack}: {standing.State.Words}"));
        foreach (var (name, value) in Facts(status).Where(fact => fact.Value.Length > 0))
        {
            writer.Write(Style.Muted, $"  {name,-9}  ");
            writer.WriteLine(StyledText.OneLine(value));
        }

        writer.WriteLine();
        foreach (var line in BoardTable.Lines(status.Board, int.MaxValue))
            writer.WriteLine(line);
        WriteReadBack(status.Board, writer);
        WriteGates(status.Board, writer);
    }

    private static IEnumerable<(string Name, string Value)> Facts(ReleaseStatus status)
    {
        var standing = status.Board.Standing;
        yield return ("since", $"{EntryWords.Moment(standing.Since)}, {Ago(standing.Since, status.Now)}");
        yield return ("deadline", BoardPicture.Deadline(status.Board, status.Now));
        yield return ("release", $"{standing.Began.Id}, by {standing.Began.By}: {standing.Began.Why}");
        yield return ("writer", $"{status.Writer.By} ({status.Writer.Where}), last line {Ago(standing.LastAt, status.Now)}");
        yield return ("under way", string.Join(", ", standing.UnderWay.Select(work => work.Words)));
        yield return ("waits for", status.Onward.WaitsFor ?? "");
        yield return ("command", status.Onward is { Command: { } command, When: var when } ? when.Length == 0 ? command : $"{command} ({when})" : "");
    }

    private static void WriteReadBack(ReleaseBoard board, StyledWriter writer)
    {
        if (board.Services.All(row => row.ReadBack is null))
            return;
        writer.WriteLine();
        writer.WriteLine(Style.Heading, "Traffic as last read back");
        foreach (var row in board.Services)
        {
            if (row.ReadBack is { } weights)
                writer.WriteLine($"  {row.Released.Service}: {EntryWords.Weights(weights)}");
        }
    }

    private static void WriteGates(ReleaseBoard board, StyledWriter writer)
    {
        if (board.Gates.IsEmpty)
            return;
        writer.WriteLine();
        writer.WriteLine(Style.Heading, "Gates");
        foreach (var gate in board.Gates)
        {
            writer.Write($"  {EntryWords.Clock(gate.At)}  {EntryWords.Gate(gate.Gate, gate.Service)} ");
            writer.Write(EntryWords.StyleOf(gate.Verdict.Outcome), EntryWords.Word(gate.Verdict.Outcome));
            writer.WriteLine($": {StyledText.OneLine(gate.Verdict.Message)}");
        }
    }

    // The clock that wrote may be ahead of the one that reads.
    private static string Ago(DateTimeOffset moment, DateTimeOffset now) => moment < now ? $"{PlanText.Of(now - moment)} ago" : "just now";
}
