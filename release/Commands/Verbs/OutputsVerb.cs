using System.CommandLine;

namespace ReleaseInfra.Cli.Commands.Verbs;

internal static class OutputsVerb
{
    public static Command Create(VerbContext verb)
    {
        var stack = VerbParts.Stack();
        var name = new Argument<string?>("NAME") { Description = "One of them; all by default.", Arity = ArgumentArity.ZeroOrOne };
        var json = VerbParts.Json();
        var command = new Command("outputs", VerbParts.Describe(
            "Shows what a stack gives to the outside: addresses, names, revisions.",
            "release outputs staging",
            "release outputs staging registryServer",
            "release outputs staging urls --json"))
        {
            stack,
            name,
            json,
        };
        command.SetAction(async (parsed, cancellation) => (int)await new OutputsCommand(verb.Open(parsed), verb.Terminal).RunAsync(
            new OutputsArguments(parsed.GetValue(stack)!, parsed.GetValue(name), VerbParts.Format(parsed.GetValue(json))),
            cancellation));
        return command;
    }
}
