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
        var json = VerbParts.Json();
        var command = new Command("history", VerbParts.Describe(
            "Shows a stack's updates, the newest first: when, by whom, what they released, how they ended.",
            "release history production",
            "release history production --last 1 --json"))
        {
            stack,
            last,
            json,
        };
        command.SetAction(async (parsed, cancellation) => (int)await new HistoryCommand(verb.Open(parsed), verb.Terminal).RunAsync(
            new HistoryArguments(parsed.GetValue(stack)!, parsed.GetValue(last), VerbParts.Format(parsed.GetValue(json))),
            cancellation));
        return command;
    }
}
