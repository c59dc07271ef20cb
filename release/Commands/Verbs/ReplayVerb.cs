using System.CommandLine;

namespace ReleaseInfra.Cli.Commands.Verbs;

internal static class ReplayVerb
{
    public static Command Create(VerbContext verb)
    {
        var stack = VerbParts.Stack();
        var release = new Argument<string?>("RELEASE") { Description = "The id of a release; the newest by default.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Every release of the stack." };
        var json = VerbParts.Json();
        var command = new Command("replay", VerbParts.Describe(
            "Judges again what a release decided, from the numbers that it recorded. Ends with 3 where one decision comes out otherwise.",
            "release replay production",
            "release replay production 20261121-120000-0a1b2c3d",
            "release replay production --all --json"))
        {
            stack,
            release,
            all,
            json,
        };
        command.SetAction(async (parsed, cancellation) => (int)await new ReplayCommand(verb.Open(parsed), verb.Terminal).RunAsync(
            new ReplayArguments(
                parsed.GetValue(stack)!, parsed.GetValue(release), parsed.GetValue(all), VerbParts.Format(parsed.GetValue(json))),
            cancellation));
        return command;
    }
}
