using System.Collections.Immutable;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Plans;

namespace ReleaseInfra.Cli.Display;

/// <summary>A running release on one screen: where it stands and what comes of that, its services, what happened last.</summary>
internal static class BoardPicture
{
    public static ImmutableArray<StyledLine> Of(ReleaseBoard board, DateTimeOffset now, TerminalSize size)
    {
        ImmutableArray<StyledLine> lines =
        [
            Heading(board, now),
            StyledLine.Empty,
            .. BoardTable.Lines(board, size.Columns),
            StyledLine.Empty,
            .. board.Latest.Select(record =>
            {
                var words = EntryWords.Of(record.Entry);
                return StyledLine.Of((Style.Muted, $"{EntryWords.Clock(record.At)}  "), (words.Style, words.Text));
            }),
        ];
        // What does not fit on the screen scrolls away, and could not be drawn over.
        return [.. lines.Take(Math.Max(1, size.Rows - 1)).Select(line => line.Cut(size.Columns))];
    }

    /// <summary>As in <c>9m20s left, then rolling back web</c>; empty where the release has ended.</summary>
    public static string Deadline(ReleaseBoard board, DateTimeOffset now) => board.TimeLeft(now) switch
    {
        null => "",
        { } left when left > TimeSpan.Zero => $"{PlanText.Of(left)} left, then {board.Standing.State.Exit}",
        { } left => $"{PlanText.Of(-left)} overdue: {board.Standing.State.Exit}",
    };

    private static StyledLine Heading(ReleaseBoard board, DateTimeOffset now)
    {
        var deadline = Deadline(board, now);
        return StyledLine.Of(
            (Style.Heading, $"{board.Standing.Began.Stack}: {StyledText.OneLine(board.Standing.State.Words)}"),
            (Style.Muted, deadline.Length == 0 ? "" : $", {StyledText.OneLine(deadline)}"));
    }
}
