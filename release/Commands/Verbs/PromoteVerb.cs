using System.CommandLine;

namespace ReleaseInfra.Cli.Commands.Verbs;

internal static class PromoteVerb
{
    public static Command Create(VerbContext verb)
    {
        var stack = VerbParts.Stack();
        var plan = new Option<string?>("--plan")
        {
            Description = "The plan that you have seen, by its hash or the hash's first digits; another one ends with 3.",
            HelpName = "HASH",
        };
        var refuse = new Option<bool>("--refuse") { Description = "Say no: the release is left." };
        var carry = new CarryOptions(verb.Verbose);
        var command = new Command("promote", VerbParts.Describe(
            "Gives your word to a release that is held: approves its plan, or lets it go on in spite of what holds it. Nobody approves their own.",
            "release promote production --plan 0a1b2c3d4e5f",
            "release promote production --refuse"))
        {
            stack,
            plan,
            refuse,
        };
        carry.AddTo(command);
        command.SetAction(async (parsed, cancellation) => (int)await new PromoteCommand(verb.Open(parsed), verb.Terminal, verb.Clock).RunAsync(
            parsed.GetValue(stack)!, parsed.GetValue(plan), parsed.GetValue(refuse), carry.Read(parsed), cancellation));
        return command;
    }
}
