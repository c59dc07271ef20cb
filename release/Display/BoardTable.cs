using System.Collections.Immutable;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Display;

/// <summary>A board's services in columns. A number that nobody has measured is a dash, and never 0.</summary>
internal static class BoardTable
{
    private const string Unknown = "-";
    private const string Gap = "  ";

    // Names may be long, and say enough by their beginning; numbers and verdicts are what is looked for.
    private static readonly Column[] Columns =
    [
        new("service", CanShrink: true, ToTheRight: false, (_, row) => (Style.Heading, row.Released.Service)),
        new("slot", CanShrink: false, ToTheRight: false, (_, row) => (Style.Plain, row.Released.Slot?.Name() ?? Unknown)),
        new("tag", CanShrink: true, ToTheRight: false, (_, row) => (Style.Plain, row.Released.To.Text)),
        new("weight", CanShrink: false, ToTheRight: true, (board, row) => (Style.Heading, $"{board.WeightOf(row)} %")),
        new("requests", CanShrink: false, ToTheRight: true, (_, row) => (Style.Plain, row.Requests is { } tally ? $"{tally.Requests}" : Unknown)),
        new("errors", CanShrink: false, ToTheRight: true, (_, row) => (Style.Plain, Errors(row))),
        new("p95", CanShrink: false, ToTheRight: true, (_, row) => (Style.Plain, Latency(row))),
        new("verdict", CanShrink: false, ToTheRight: false, Verdict),
    ];

    /// <param name="width">In characters; no line is longer.</param>
    public static ImmutableArray<StyledLine> Lines(ReleaseBoard board, int width)
    {
        var cells = board.Services.Select(row => Columns.Select(column => column.Cell(board, row)).ToArray()).ToArray();
        var widths = Widths(cells, width);
        return
        [
            Line(Columns.Select(column => (Style.Muted, column.Title)), widths).Cut(width),
            .. cells.Select(row => Line(row, widths).Cut(width)),
        ];
    }

    private static int[] Widths((Style Style, string Text)[][] cells, int width)
    {
        var widths = Columns.Select((column, at) => cells.Max(row => Math.Max(row[at].Text.Length, column.Title.Length))).ToArray();
        while (widths.Sum() + (Gap.Length * (widths.Length - 1)) > width && Shrinkable(widths) is { } at)
            widths[at]--;
        return widths;
    }

    /// <summary>The widest column that may still lose a character; null for none.</summary>
    private static int? Shrinkable(int[] widths) => Columns.Index()
        .Where(column => column.Item.CanShrink && widths[column.Index] > column.Item.Title.Length)
        .OrderByDescending(column => widths[column.Index])
        .Select(column => (int?)column.Index)
        .FirstOrDefault();

    private static StyledLine Line(IEnumerable<(Style Style, string Text)> cells, int[] widths) => StyledLine.Of(
    [
        .. cells.SelectMany((cell, at) => Padded(cell, widths[at], Columns[at].ToTheRight, isLast: at == Columns.Length - 1)),
    ]);

    // The padding is outside the style, or a terminal would underline or colour what is not there.
    private static (Style Style, string Text)[] Padded((Style Style, string Text) cell, int width, bool toTheRight, bool isLast)
    {
        var text = StyledLine.Shorten(cell.Text, width);
        var padding = new string(' ', width - text.Length);
        return (toTheRight, isLast) switch
        {
            (true, _) => [(Style.Plain, padding), (cell.Style, text), (Style.Plain, Gap)],
            (_, true) => [(cell.Style, text)],
            _ => [(cell.Style, text), (Style.Plain, padding + Gap)],
        };
    }

    private static string Errors(ServiceRow row) => row.Requests is { Requests: > 0 } tally ? PlanText.Percent(tally.Rate) : Unknown;

    private static string Latency(ServiceRow row) =>
        row.Latency is { Requests: > 0 } sample && double.IsFinite(sample.Milliseconds) ? $"{sample.Milliseconds:0} ms" : Unknown;

    private static (Style Style, string Text) Verdict(ReleaseBoard board, ServiceRow row) => board.VerdictOf(row) is { } verdict
        ? (EntryWords.StyleOf(verdict.Outcome), EntryWords.Word(verdict.Outcome))
        : (Style.Muted, Unknown);

    private sealed record Column(string Title, bool CanShrink, bool ToTheRight, Func<ReleaseBoard, ServiceRow, (Style Style, string Text)> Cell);
}
