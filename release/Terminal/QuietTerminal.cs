namespace ReleaseInfra.Cli.Terminal;

/// <summary>Says nothing and asks nobody: for work within work that shows itself.</summary>
internal sealed class QuietTerminal : ITerminal
{
    public TextWriter Output => TextWriter.Null;

    public TextWriter Error => TextWriter.Null;

    public bool OutputColour => false;

    public TerminalSize? OutputSize => null;

    public bool ErrorColour => false;

    public Task<T> TrackAsync<T>(string title, Func<IProgress<string>, Task<T>> work) => work(new Unseen());

    public Task<string?> AskAsync(string question, CancellationToken cancellation) => Task.FromResult<string?>(null);

    private sealed class Unseen : IProgress<string>
    {
        public void Report(string value)
        {
        }
    }
}
