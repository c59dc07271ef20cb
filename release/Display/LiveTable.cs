using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Journal;
using Spectre.Console;

namespace ReleaseInfra.Cli.Display;

/// <summary>A release on a terminal, redrawn in place with each record, and each second for the time that is left.</summary>
internal sealed class LiveTable : IJournalWatcher
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TerminalSize Usual = new(80, 24);

    private readonly ITerminal _terminal;
    private readonly TimeProvider _clock;
    private readonly Lock _turn = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IAnsiConsole _console;
    private ReleaseBoard? _board;
    private LiveDisplayContext? _display;
    private Task _showing = Task.CompletedTask;

    /// <param name="earlier">What the board shows of records from before this process; null for a release that begins.</param>
    public LiveTable(ITerminal terminal, TimeProvider clock, ReleaseBoard? earlier = null) =>
        (_terminal, _clock, _board, _console) = (terminal, clock, earlier, AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Out = new AnsiConsoleOutput(terminal.Output),
            // A build server's variables say nothing about a terminal that was found to be one.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        }));

    public Task HearAsync(JournalRecord record, ReleaseStanding standing, CancellationToken cancellation)
    {
        lock (_turn)
        {
            _board = (_board ?? ReleaseBoard.Of(standing)).Next(record, standing);
            if (_display is not null)
                Draw(_display);
            else if (!_ended.Task.IsCompleted)
                _showing = ShowAsync(_board);
        }

        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _ended.TrySetResult();
        await _showing;
    }

    private async Task ShowAsync(ReleaseBoard board)
    {
        try
        {
            await _console.Live(Picture(board)).StartAsync(TickAsync);
        }
        catch (IOException)
        {
            GiveUp();
        }
    }

    private async Task TickAsync(LiveDisplayContext display)
    {
        _display = display;
        while (!_ended.Task.IsCompleted)
        {
            var tick = Task.Delay(Tick, _clock);
            Draw(display);
            await Task.WhenAny(_ended.Task, tick);
        }

        // With what was heard since, and the time as it is now.
        Draw(display);
        _display = null;
    }

    private void Draw(LiveDisplayContext display)
    {
        lock (_turn)
        {
            try
            {
                if (_display is not null)
                    display.UpdateTarget(Picture(_board!));
            }
            catch (IOException)
            {
                GiveUp();
            }
        }
    }

    // The terminal has gone. The release goes on, and its journal has it all.
    private void GiveUp()
    {
        _display = null;
        _ended.TrySetResult();
    }

    private Rows Picture(ReleaseBoard board)
    {
        var size = _terminal.OutputSize is { Columns: > 0, Rows: > 0 } known ? known : Usual;
        (_console.Profile.Width, _console.Profile.Height) = (size.Columns, size.Rows);
        return new Rows(BoardPicture.Of(board, _clock.GetUtcNow(), size).Select(Line));
    }

    private Paragraph Line(StyledLine line)
    {
        // One without any text would take no line at all.
        var paragraph = new Paragraph(line.Pieces.IsEmpty ? " " : "");
        foreach (var piece in line.Pieces)
            paragraph.Append(piece.Text, _terminal.OutputColour ? LiveStyles.Of(piece.Style) : null);
        return paragraph;
    }
}
