using System.CommandLine;

namespace ReleaseInfra.Cli.Commands.Verbs;

internal static class ResumeVerb
{
    public static Command Create(VerbContext verb)
    {
        var stack = VerbParts.Stack();
        var carry = new CarryOptions(verb.Verbose);
        var command = new Command("resume", VerbParts.Describe(
            "Goes on with the newest release: one that is held, or one whose process is gone. What had been begun is looked for first.",
            "release resume production",
            "release resume staging --json"))
        {
            stack,
        };
        carry.AddTo(command);
        command.SetAction(async (parsed, cancellation) => (int)await new ResumeCommand(verb.Open(parsed), verb.Terminal, verb.Clock).RunAsync(
            parsed.GetValue(stack)!, carry.Read(parsed), cancellation));
        return command;
    }
}
