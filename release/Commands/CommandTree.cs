using System.CommandLine;
using ReleaseInfra.Cli.Commands.Verbs;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Cli.Commands;

/// <summary>Every verb with what it takes: the table of contents of the command line.</summary>
internal static class CommandTree
{
    public const string Name = "release";
    public const string Verbose = "--verbose";

    /// <param name="open">The workspace of a folder, of the current one for null, with an engine, the build's own for null.</param>
    public static RootCommand Build(Func<string?, string?, Workbench> open, ITerminal terminal, TimeProvider clock)
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
        var engine = new Option<string?>("--engine")
        {
            Description = "local: embedded, in the workspace; pulumi: the Pulumi CLI and its backend. By default the one of the build.",
            HelpName = "NAME",
            Recursive = true,
        };
        var verb = new VerbContext(parsed => open(parsed.GetValue(folder), parsed.GetValue(engine)), verbose, terminal, clock);
        return new RootCommand("Carries releases through the environments that this repository declares.")
        {
            folder,
            engine,
            verbose,
            ValidateVerb.Create(verb),
            PreviewVerb.Create(verb),
            UpVerb.Create(verb),
            DestroyVerb.Create(verb),
            RehearseVerb.Create(verb),
            PlanVerb.Create(verb),
            RunVerb.Create(verb),
            ResumeVerb.Create(verb),
            PromoteVerb.Create(verb),
            AbortVerb.Create(verb),
            RollbackVerb.Create(verb),
            OutputsVerb.Create(verb),
            StatusVerb.Create(verb),
            HistoryVerb.Create(verb),
            ReportVerb.Create(verb),
            ReplayVerb.Create(verb),
            WhatIfVerb.Create(verb),
            DriftVerb.Create(verb),
            MigrationsVerb.Create(verb),
        };
    }

    /// <summary>For the list of all verbs, in which each has a line: whoever asks for one verb sees its examples.</summary>
    public static void LeaveOutExamples(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is not RootCommand root)
            return;
        foreach (var verb in root.Subcommands)
            verb.Description = verb.Description?.Split('\n')[0];
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
}
