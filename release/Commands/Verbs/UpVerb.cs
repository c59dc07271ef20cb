using System.CommandLine;

namespace ReleaseInfra.Cli.Commands.Verbs;

internal static class UpVerb
{
    public static Command Create(VerbContext verb)
    {
        var stack = VerbParts.Stack();
        var yes = VerbParts.Yes();
        var allow = new Option<string[]>("--allow-replace")
        {
            Description = "A resource that holds data and may be deleted or replaced; once for each.",
            HelpName = "URN",
        };
        var json = VerbParts.Json();
        var command = new Command("up", VerbParts.Describe(
            "Applies the configuration as it stands: shows what changes, asks, and makes it so.",
            "release up dev",
            "release up staging --yes",
            "release up staging --yes --json | jq .update.outputs.urls"))
        {
            stack,
            yes,
            allow,
            json,
        };
        command.SetAction(async (parsed, cancellation) => (int)await new UpCommand(verb.Open(parsed), verb.Terminal, verb.Clock).RunAsync(
            new UpArguments(
                parsed.GetValue(stack)!,
                parsed.GetValue(yes),
                parsed.GetValue(allow) ?? [],
                VerbParts.Format(parsed.GetValue(json)),
                parsed.GetValue(verb.Verbose)),
            cancellation));
        return command;
    }
}
