using System.CommandLine;

namespace ReleaseInfra.Cli.Commands.Verbs;

internal static class DestroyVerb
{
    public static Command Create(VerbContext verb)
    {
        var stack = new Argument<string>("STACK") { Description = "dev or staging; production is never destroyed." };
        var yes = VerbParts.Yes();
        var json = VerbParts.Json();
        var command = new Command("destroy", VerbParts.Describe(
            "Deletes everything that was applied to a stack, and its data with it.",
            "release destroy dev",
            "release destroy dev --yes"))
        {
            stack,
            yes,
            json,
        };
        command.SetAction(async (parsed, cancellation) => (int)await new DestroyCommand(verb.Open(parsed), verb.Terminal, verb.Clock).RunAsync(
            new DestroyArguments(
                parsed.GetValue(stack)!,
                parsed.GetValue(yes),
                VerbParts.Format(parsed.GetValue(json)),
                parsed.GetValue(verb.Verbose)),
            cancellation));
        return command;
    }
}
