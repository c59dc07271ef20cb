using System.CommandLine;

namespace ReleaseInfra.Cli.Commands.Verbs;

internal static class DriftVerb
{
    public static Command Create(VerbContext verb)
    {
        var stack = VerbParts.Stack();
        var json = VerbParts.Json();
        var command = new Command("drift", VerbParts.Describe(
            "Compares what Azure has with what the configuration says: weights, labels, images, modes, revisions. Changes nothing.\n" +
                "Ends with 0 where nothing differs, and with 3 where something does.",
            "release drift staging",
            "release drift production --engine pulumi",
            "release drift production --json | jq '.drift[] | select(.kind == \"weight\")'"))
        {
            stack,
            json,
        };
        command.SetAction(async (parsed, cancellation) => (int)await new DriftCommand(verb.Open(parsed), verb.Terminal).RunAsync(
            new DriftArguments(
                parsed.GetValue(stack)!,
                VerbParts.Format(parsed.GetValue(json)),
                parsed.GetValue(verb.Verbose)),
            cancellation));
        return command;
    }
}
