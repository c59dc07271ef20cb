using System.CommandLine;

namespace ReleaseInfra.Cli.Commands.Verbs;

internal static class StatusVerb
{
    public static Command Create(VerbContext verb)
    {
        var stack = VerbParts.Stack();
        var json = VerbParts.Json();
        var command = new Command("status", VerbParts.Describe(
            "Says where a stack's newest release stands: its state, the time left in it, weights, verdicts, what it waits for, how to go on.",
            "release status production",
            "release status production --json | jq -r .release.state"))
        {
            stack,
            json,
        };
        command.SetAction(async (parsed, cancellation) => (int)await new StatusCommand(verb.Open(parsed), verb.Terminal, verb.Clock).RunAsync(
            new StatusArguments(parsed.GetValue(stack)!, VerbParts.Format(parsed.GetValue(json))),
            cancellation));
        return command;
    }
}
