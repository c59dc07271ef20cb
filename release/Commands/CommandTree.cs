using System.CommandLine;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Cli.Commands;

/// <summary>Every verb with what it takes: the table of contents of the command line.</summary>
internal static class CommandTree
{
    public const string Name = "release";
    public const string Verbose = "--verbose";

    /// <param name="open">The workspace of a folder; of the current one for null.</param>
    public static RootCommand Build(Func<string?, Workbench> open, ITerminal terminal, TimeProvider clock)
    {
        var folder = new Option<string?>("--cwd")
        {
            Description = "Folder of the workspace, or one inside it; by default the current one.",
            HelpName = "DIR",
            Recursive = true,
        };
        var verbose = new Option<bool>(Verbose)
        {
            Description = "All inputs of new resources, and the details of errors.",
            Recursive = true,
        };
        return new RootCommand("Carries releases through the environments that this repository declares.")
        {
            folder,
            verbose,
            Validate(parsed => open(parsed.GetValue(folder)), terminal),
            Preview(parsed => open(parsed.GetValue(folder)), verbose, terminal, clock),
        };
    }

    /// <summary>What is wrong with the arguments, a sentence each.</summary>
    public static IEnumerable<string> Mistakes(ParseResult parsed)
    {
        // The parser also complains that the verb is missing when it is only misspelt.
        if (parsed.CommandResult.Command is not RootCommand root || parsed.UnmatchedTokens is [])
            return parsed.Errors.Select(error => error.Message);

        var verbs = string.Join(", ", root.Subcommands.Select(command => command.Name));
        return parsed.UnmatchedTokens.Take(1).Select(token => token.StartsWith('-')
            ? $"There is no option '{token}'."
            : $"There is no verb '{token}'. The verbs are {verbs}.");
    }

    private static Command Validate(Func<ParseResult, Workbench> open, ITerminal terminal)
    {
        var stacks = new Argument<string[]>("STACK")
        {
            Description = "dev, staging, production; all of them by default.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var json = new Option<bool>("--json") { Description = "For machines: one JSON object." };
        var command = new Command("validate", Describe(
            "Shows every problem in the configuration.",
            "release validate",
            "release validate production --json"))
        {
            stacks,
            json,
        };
        command.SetAction(async (parsed, cancellation) => (int)await new ValidateCommand(open(parsed), terminal).RunAsync(
            new ValidateArguments(
                parsed.GetValue(stacks) ?? [],
                parsed.GetValue(json) ? OutputFormat.Json : OutputFormat.Text),
            cancellation));
        return command;
    }

    private static Command Preview(Func<ParseResult, Workbench> open, Option<bool> verbose, ITerminal terminal, TimeProvider clock)
    {
        var stack = new Argument<string>("STACK") { Description = "dev, staging or production." };
        var json = new Option<bool>("--json") { Description = "For machines: one JSON object." };
        var markdown = new Option<bool>("--markdown") { Description = "For a comment on a pull request." };
        var command = new Command("preview", Describe(
            "Shows what 'up' would change: the release first, the resources after. Changes nothing.",
            "release preview staging",
            "release preview production --markdown > preview.md",
            "release preview production --json | jq .summary"))
        {
            stack,
            json,
            markdown,
        };
        command.SetAction(async (parsed, cancellation) => (int)await new PreviewCommand(open(parsed), terminal, clock).RunAsync(
            new PreviewArguments(
                parsed.GetValue(stack)!,
                Format(parsed.GetValue(json), parsed.GetValue(markdown)),
                parsed.GetValue(verbose)),
            cancellation));
        return command;
    }

    private static OutputFormat Format(bool json, bool markdown) => (json, markdown) switch
    {
        (false, false) => OutputFormat.Text,
        (true, false) => OutputFormat.Json,
        (false, true) => OutputFormat.Markdown,
        (true, true) => throw ReleaseFailure.TwoFormats(),
    };

    private static string Describe(string sentence, params string[] examples) =>
        $"{sentence}\n\nExamples:\n{string.Join('\n', examples.Select(example => $"  {example}"))}";
}
