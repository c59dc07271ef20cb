using System.CommandLine;

namespace ReleaseInfra.Cli.Commands.Verbs;

internal static class AbortVerb
{
    public static Command Create(VerbContext verb)
    {
        var stack = VerbParts.Stack();
        var reason = VerbParts.Reason();
        var carry = new CarryOptions(verb.Verbose);
        var command = new Command("abort", VerbParts.Describe(
            "Leaves the release that is under way. Where something runs already, it goes back; where nothing does, nothing is changed.",
            "release abort production --reason 'wrong version'"))
        {
            stack,
            reason,
        };
        carry.AddTo(command);
        command.SetAction(async (parsed, cancellation) => (int)await new AbortCommand(verb.Open(parsed), verb.Terminal, verb.Clock).RunAsync(
            parsed.GetValue(stack)!, parsed.GetValue(reason)!, carry.Read(parsed), cancellation));
        return command;
    }
}
