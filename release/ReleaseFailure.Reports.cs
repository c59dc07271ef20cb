namespace ReleaseInfra.Cli;

/// <content>What the reports on releases say no to.</content>
internal sealed partial class ReleaseFailure
{
    public static ReleaseFailure NoSince(string text, string allowed) => new(
        ExitCode.Configuration,
        $"'{text}' is not {allowed}.");

    public static ReleaseFailure SinceLiesAhead(string text) => new(
        ExitCode.Configuration,
        $"'{text}' has not come yet: nothing has happened since.");

    public static ReleaseFailure NoReleases(string stack) => new(
        ExitCode.Configuration,
        $"No such release of {stack} is written down: there is nothing to judge again.");

    public static ReleaseFailure NothingToReport(string stack) => new(
        ExitCode.Configuration,
        $"No release of {stack} is written down: there is nothing to report.");

    public static ReleaseFailure TwoOutputs() => new(
        ExitCode.Configuration,
        "--json and --output - both want the output: choose one.");

    public static ReleaseFailure OneOrAll() => new(
        ExitCode.Configuration,
        "A release and --all exclude each other: choose one.");

    /// <summary>What was typed, as the domain reads it.</summary>
    /// <exception cref="ReleaseFailure">The domain says that it makes no sense.</exception>
    public static T Try<TText, T>(TText typed, Func<TText, T> parse)
    {
        try
        {
            return parse(typed);
        }
        catch (FormatException nonsense)
        {
            throw new ReleaseFailure(ExitCode.Configuration, nonsense.Message);
        }
    }
}
