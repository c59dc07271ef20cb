using System.Text;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Release.Tests.Commands;

/// <summary>Keeps what a command wrote.</summary>
/// <param name="answer">To every question; null where nobody is there.</param>
/// <param name="seen">Told of every line of output.</param>
internal sealed class FakeTerminal(bool colour = false, string? answer = null, Action<string>? seen = null) : ITerminal
{
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    public TextWriter Output => seen is null ? new StringWriter(_output) : new WatchedWriter(_output, seen);

    public TextWriter Error => new StringWriter(_error);

    public bool OutputColour => colour;

    public bool ErrorColour => colour;

    public TerminalSize? OutputSize { get; init; }

    public string OutputText => _output.ToString();

    public string ErrorText => _error.ToString();

    public Task<T> TrackAsync<T>(string title, Func<IProgress<string>, Task<T>> work) => work(new Progress<string>());

    public Task<string?> AskAsync(string question, CancellationToken cancellation)
    {
        if (answer is not null)
            _error.Append(question).Append(answer).Append('\n');
        return Task.FromResult(answer);
    }

    private sealed class WatchedWriter(StringBuilder output, Action<string> seen) : StringWriter(output)
    {
        public override void WriteLine()
        {
            base.WriteLine();
            seen(ToString());
        }
    }
}
