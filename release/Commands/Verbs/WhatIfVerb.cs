using System.CommandLine;

namespace ReleaseInfra.Cli.Commands.Verbs;

internal static class WhatIfVerb
{
    public static Command Create(VerbContext verb)
    {
        var stack = VerbParts.Stack();
        var thresholds = new Option<string[]>("--threshold")
        {
            Description = "A limit to judge by instead, such as errors=2% or p95=800ms; once for each.",
            HelpName = "NAME=VALUE",
            Required = true,
        };
        var since = VerbParts.Since("Releases that were under way since then; all by default.");
        var json = VerbParts.Json();
        var command = new Command("what-if", VerbParts.Describe(
            "Judges past releases by other thresholds, and says which of them would have gone another way, and from when on nobody can know.",
            "release what-if production --threshold errors=2%",
            "release what-if production --threshold errors=2% --threshold p95=800ms --since 90d"))
        {
            stack,
            thresholds,
            since,
            json,
        };
        command.SetAction(async (parsed, cancellation) => (int)await new WhatIfCommand(verb.Open(parsed), verb.Terminal, verb.Clock).RunAsync(
            new WhatIfArguments(
                parsed.GetValue(stack)!,
                parsed.GetValue(thresholds) ?? [],
                parsed.GetValue(since),
                VerbParts.Format(parsed.GetValue(json))),
            cancellation));
        return command;
    }
}
