using System.CommandLine;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Commands.Verbs;

internal static class PlanVerb
{
    public static Command Create(VerbContext verb)
    {
        var stack = VerbParts.Stack();
        var tag = new Option<string>("--tag") { Description = "The version, such as v1.3.0.", HelpName = "TAG", Required = true };
        var services = new Option<string[]>("--service") { Description = "A service to release; once for each, all by default.", HelpName = "NAME" };
        var hotfix = new Option<string?>("--hotfix") { Description = "A hotfix, and why: freezes do not hold it.", HelpName = "REASON" };
        var security = new Option<string?>("--security") { Description = "A security fix, and why: freezes do not hold it.", HelpName = "REASON" };
        var incident = new Option<DateTimeOffset?>("--incident-ended")
        {
            Description = "When the last major incident ended, such as 2026-11-20T14:00Z: the freeze after it counts from there.",
            HelpName = "TIME",
        };
        var json = VerbParts.Json();
        var command = new Command("plan", VerbParts.Describe(
            "Says what a release would do: its steps, what each can see, when it ends, how long the way back takes. Changes nothing.\n" +
                "Ends with 7 where a freeze is in the way, and with 2 where a step sees too little.",
            "release plan staging --tag v1.3.0",
            "release plan production --tag v1.3.0 --service web --service api",
            "release plan production --tag v1.3.1 --hotfix 'checkout fails' --json | jq .predicted"))
        {
            stack,
            tag,
            services,
            hotfix,
            security,
            incident,
            json,
        };
        command.SetAction(async (parsed, cancellation) => (int)await new PlanCommand(verb.Open(parsed), verb.Terminal, verb.Clock).RunAsync(
            new PlanArguments(
                parsed.GetValue(stack)!,
                parsed.GetValue(tag)!,
                parsed.GetValue(services) ?? [],
                Kind(parsed.GetValue(hotfix), parsed.GetValue(security)),
                parsed.GetValue(incident),
                VerbParts.Format(parsed.GetValue(json))),
            cancellation));
        return command;
    }

    private static ReleaseKind Kind(string? hotfix, string? security) => (hotfix, security) switch
    {
        (null, null) => new RegularRelease(),
        ({ } why, null) => new Hotfix(why),
        (null, { } why) => new SecurityRelease(why),
        _ => throw ReleaseFailure.TwoKinds(),
    };
}
