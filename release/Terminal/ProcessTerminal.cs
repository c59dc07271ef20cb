namespace ReleaseInfra.Cli.Terminal;

/// <summary>The terminal or the pipes that the process was started with.</summary>
internal sealed class ProcessTerminal(TerminalSurroundings surroundings, TimeProvider clock) : ITerminal
{
    /// <summary>Work that is done sooner needs no progress, and loading what draws it would only make it later.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    public TextWriter Output => surroundings.Output;

    public TextWriter Error => surroundings.Error;

    public bool OutputColour => surroundings.OutputIsTerminal && surroundings.ColourWanted;

    public bool ErrorColour => surroundings.ErrorIsTerminal && surroundings.ColourWanted;

    public TerminalSize? OutputSize => surroundings.OutputIsTerminal ? surroundings.OutputSize() : null;

    public async Task<T> TrackAsync<T>(string title, Func<IProgress<string>, Task<T>> work)
    {
        var latest = new LatestMessage(title);
        if (!surroundings.ErrorIsTerminal)
            return await work(latest);

        // Elsewhere than here, because a program that never waits would leave no time to draw in.
        var working = Task.Run(() => work(latest));
        await Task.WhenAny(working, Task.Delay(Patience, clock));
        if (!working.IsCompleted)
            await ProgressLine.ShowAsync(surroundings.Error, latest, working, clock);

        return await working;
    }

    public async Task<string?> AskAsync(string question, CancellationToken cancellation)
    {
        if (!surroundings.InputIsTerminal || !surroundings.ErrorIsTerminal)
            return null;

        await surroundings.Output.FlushAsync(cancellation);
        await surroundings.Error.WriteAsync(question);
        // Elsewhere than here, because a terminal's reader waits for the line whatever the token says.
        var reading = Task.Run(surroundings.Input.ReadLine, cancellation);
        return await reading.WaitAsync(cancellation);
    }
}
