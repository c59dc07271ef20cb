namespace ReleaseInfra.Cli.Terminal;

/// <summary>Where the command talks to its user.</summary>
internal interface ITerminal
{
    /// <summary>What was asked for.</summary>
    TextWriter Output { get; }

    /// <summary>What went wrong, and what to do.</summary>
    TextWriter Error { get; }

    /// <summary>Whether <see cref="Output"/> takes colours.</summary>
    bool OutputColour { get; }

    /// <summary>Whether <see cref="Error"/> takes colours.</summary>
    bool ErrorColour { get; }

    /// <summary>Of <see cref="Output"/> as it is now; null where what was written there cannot be drawn over.</summary>
    TerminalSize? OutputSize { get; }

    /// <summary>Shows how far the work is where somebody is looking, and nothing elsewhere.</summary>
    Task<T> TrackAsync<T>(string title, Func<IProgress<string>, Task<T>> work);

    /// <summary>Asks on <see cref="Error"/>, so that what was asked for stays by itself. Null where nobody is there to answer.</summary>
    Task<string?> AskAsync(string question, CancellationToken cancellation);
}
