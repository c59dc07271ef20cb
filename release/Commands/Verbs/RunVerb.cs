using System.CommandLine;

namespace ReleaseInfra.Cli.Commands.Verbs;

internal static class RunVerb
{
    public static Command Create(VerbContext verb)
    {
        var release = new ReleaseOptions();
        var plan = new Option<string?>("--plan")
        {
            Description = "Carry out exactly this plan, by its hash or the hash's first digits; another one ends with 3.",
            HelpName = "HASH",
        };
        var why = new Option<string?>("--why") { Description = "What the release is for: for the journal and for who is told.", HelpName = "TEXT" };
        var despite = new Option<string?>("--despite")
        {
            Description = "Carry it out although the plan has problems, and why; it is recorded. Freezes are not put up with so.",
            HelpName = "REASON",
        };
        var committed = new Option<DateTimeOffset?>("--committed")
        {
            Description = "When the change that is released was committed: its lead time counts from there.",
            HelpName = "TIME",
        };
        var yes = VerbParts.Yes();
        var carry = new CarryOptions(verb.Verbose);
        var command = new Command("run", VerbParts.Describe(
            "Carries a release out: checks, deploys without traffic, shifts step by step, judges each, and goes back by itself where one fails.\n" +
                "Ends with 0 when the new version has all traffic, 4 when it went back, 5 when it is held, 6 when Azure or the engine failed.",
            "release run staging --tag v1.3.0",
            "release run production --tag v1.3.0 --plan 0a1b2c3d4e5f",
            "release run production --tag v1.3.1 --hotfix 'checkout fails' --longest-bake 2m --yes"));
        release.AddTo(command);
        command.Add(plan);
        command.Add(why);
        command.Add(despite);
        command.Add(committed);
        command.Add(yes);
        carry.AddTo(command);
        command.SetAction(async (parsed, cancellation) => (int)await new RunCommand(verb.Open(parsed), verb.Terminal, verb.Clock).RunAsync(
            new RunArguments(
                release.Read(parsed),
                parsed.GetValue(why),
                parsed.GetValue(plan),
                parsed.GetValue(despite),
                parsed.GetValue(committed),
                parsed.GetValue(yes),
                carry.Read(parsed)),
            cancellation));
        return command;
    }
}
