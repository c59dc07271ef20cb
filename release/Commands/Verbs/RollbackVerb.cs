using System.CommandLine;

namespace ReleaseInfra.Cli.Commands.Verbs;

internal static class RollbackVerb
{
    public static Command Create(VerbContext verb)
    {
        var stack = VerbParts.Stack();
        var reason = VerbParts.Reason();
        var carry = new CarryOptions(verb.Verbose);
        var command = new Command("rollback", VerbParts.Describe(
            "Gives old versions all traffic back at once, whatever state the newest release is in and whoever carried it out.\n" +
                "No steps, no gates, no freeze, no question. The stack's file is put right afterwards, so that the next 'up' changes nothing.",
            "release rollback production --reason 'orders fail since 14:00'"))
        {
            stack,
            reason,
        };
        carry.AddTo(command);
        command.SetAction(async (parsed, cancellation) => (int)await new RollbackCommand(verb.Open(parsed), verb.Terminal, verb.Clock).RunAsync(
            parsed.GetValue(stack)!, parsed.GetValue(reason)!, carry.Read(parsed), cancellation));
        return command;
    }
}
