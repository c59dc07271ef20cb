using System.CommandLine;

namespace ReleaseInfra.Cli.Commands.Verbs;

internal static class HistoryVerb
{
    public static Command Create(VerbContext verb)
    {
        var stack = VerbParts.Stack();
        var last = new Option<int>("--last")
        {
            Description = "How many, counted from the newest.",
            HelpName = "N",
            DefaultValueFactory = _ => 20,
        };
        var since = VerbParts.Since("Releases that ended since then, and figures from then on; by default of the last 30 days.");
        var updates = new Option<bool>("--updates") { Description = "The engine's updates instead." };
        var json = VerbParts.Json();
        var command = new Command("history", VerbParts.Describe(
            "Shows a stack's releases, the newest first: when, by whom, why, how they ended, how long they took; and what they come to.",
            "release history production",
            "release history production --since 90d",
            "release history production --updates",
            "release history production --last 1 --json"))
        {
            stack,
            last,
            since,
            updates,
            json,
        };
        command.SetAction(async (parsed, cancellation) => (int)await new HistoryCommand(verb.Open(parsed), verb.Terminal, verb.Clock).RunAsync(
            new HistoryArguments(
                parsed.GetValue(stack)!,
                parsed.GetValue(last),
                parsed.GetValue(since),
                parsed.GetValue(updates),
                VerbParts.Format(parsed.GetValue(json))),
            cancellation));
        return command;
    }
}
