using System.CommandLine;

namespace ReleaseInfra.Cli.Commands.Verbs;

/// <summary>What verbs have in common, said once.</summary>
internal static class VerbParts
{
    public static Argument<string> Stack() => new("STACK") { Description = "dev, staging or production." };

    public static Option<bool> Json() => new("--json") { Description = "For machines: one JSON object." };

    public static Option<bool> Markdown() => new("--markdown") { Description = "For a comment on a pull request." };

    public static Option<bool> Yes() => new("--yes", "-y") { Description = "Do not ask: for machines." };

    public static Option<string?> Since(string description) => new("--since")
    {
        Description = $"{description} A date, a time, or so long ago: 2026-11-01, 30d, 12h.",
        HelpName = "WHEN",
    };

    public static Option<string> Reason() =>
        new("--reason", "-r") { Description = "Why: for the journal and for who is told.", HelpName = "TEXT", Required = true };

    public static OutputFormat Format(bool json) => json ? OutputFormat.Json : OutputFormat.Text;

    /// <exception cref="ReleaseFailure">Both were asked for.</exception>
    public static OutputFormat Format(bool json, bool markdown) => (json, markdown) switch
    {
        (false, false) => OutputFormat.Text,
        (true, false) => OutputFormat.Json,
        (false, true) => OutputFormat.Markdown,
        (true, true) => throw ReleaseFailure.TwoFormats(),
    };

    public static string Describe(string sentence, params string[] examples) =>
        $"{sentence}\n\nExamples:\n{string.Join('\n', examples.Select(example => $"  {example}"))}";
}
