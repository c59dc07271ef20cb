using System.Text;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Release.Tests.Commands;

/// <summary>Keeps what a command wrote.</summary>
internal sealed class FakeTerminal(bool colour = false) : ITerminal
{
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    public TextWriter Output => new StringWriter(_output);

    public TextWriter Error => new StringWriter(_error);

    public bool OutputColour => colour;

    public bool ErrorColour => colour;

    public string OutputText => _output.ToString();

    public string ErrorText => _error.ToString();

    public Task<T> TrackAsync<T>(string title, Func<IProgress<string>, Task<T>> work) => work(new Progress<string>());
}
