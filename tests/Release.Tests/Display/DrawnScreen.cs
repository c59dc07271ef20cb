using System.Text;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Release.Tests.Display;

/// <summary>A terminal that understands what moves a cursor up, and shows what is on it.</summary>
internal sealed class DrawnScreen(bool colour) : StringWriter, ITerminal
{
    private readonly List<StringBuilder> _lines = [new()];
    private readonly List<(string Text, TaskCompletionSource Seen)> _awaited = [];
    private (int Line, int Column) _cursor;

    public bool IsCursorVisible { get; private set; } = true;

    public int Erased { get; private set; }

    public string Raw => GetStringBuilder().ToString();

    /// <summary>Without what pads a line on the right.</summary>
    public string[] Lines
    {
        get
        {
            lock (_lines)
                return [.. _lines.Select(line => line.ToString().TrimEnd())];
        }
    }

    public TextWriter Output => this;

    public TextWriter Error => Null;

    public bool OutputColour => colour;

    public bool ErrorColour => false;

    public TerminalSize? OutputSize => new TerminalSize(80, 24);

    public Task<T> TrackAsync<T>(string title, Func<IProgress<string>, Task<T>> work) => throw new NotSupportedException();

    public Task<string?> AskAsync(string question, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Until it stands on the screen.</summary>
    public Task SeenAsync(string text)
    {
        lock (_lines)
        {
            var awaited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((text, awaited));
            Tell();
            return awaited.Task;
        }
    }

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        base.Write(value);
        lock (_lines)
        {
            var text = value ?? "";
            for (var at = 0; at < text.Length; at++)
                at = Take(text, at);
            Tell();
        }
    }

    /// <returns>The last character that was taken.</returns>
    private int Take(string text, int at)
    {
        switch (text[at])
        {
            case '\r':
                _cursor.Column = 0;
                return at;
            case '\n':
                _cursor = (_cursor.Line + 1, 0);
                if (_cursor.Line == _lines.Count)
                    _lines.Add(new StringBuilder());
                return at;
            case '\e':
                var end = text.IndexOfAny([.. "ABCDHJKhlm"], at);
                Obey(text[(at + 2)..end], text[end]);
                return end;
            default:
                var line = _lines[_cursor.Line];
                line.Append(' ', Math.Max(0, _cursor.Column + 1 - line.Length));
                line[_cursor.Column++] = text[at];
                return at;
        }
    }

    private void Obey(string argument, char command)
    {
        switch (command)
        {
            case 'A':
                _cursor.Line -= int.Parse(argument);
                break;
            case 'h' or 'l' when argument == "?25":
                IsCursorVisible = command == 'h';
                break;
            case 'm':
                break;
            case 'J' or 'K':
                Erased++;
                break;
            default:
                throw new NotSupportedException($"ESC[{argument}{command}");
        }
    }

    private void Tell()
    {
        foreach (var (text, seen) in _awaited.Where(awaited => _lines.Any(line => line.ToString().Contains(awaited.Text))))
            seen.TrySetResult();
    }
}
