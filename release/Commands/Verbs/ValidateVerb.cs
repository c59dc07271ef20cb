using System.CommandLine;

namespace ReleaseInfra.Cli.Commands.Verbs;

internal static class ValidateVerb
{
    public static Command Create(VerbContext verb)
    {
        var stacks = new Argument<string[]>("STACK")
        {
            Description = "dev, staging, production; all of them by default.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var json = VerbParts.Json();
        var command = new Command("validate", VerbParts.Describe(
            "Shows every problem in the configuration.",
            "release validate",
            "release validate production --json"))
        {
            stacks,
            json,
        };
        command.SetAction(async (parsed, cancellation) => (int)await new ValidateCommand(verb.Open(parsed), verb.Terminal).RunAsync(
            new ValidateArguments(
                parsed.GetValue(stacks) ?? [],
                VerbParts.Format(parsed.GetValue(json))),
            cancellation));
        return command;
    }
}
