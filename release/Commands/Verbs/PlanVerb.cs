using System.CommandLine;

namespace ReleaseInfra.Cli.Commands.Verbs;

internal static class PlanVerb
{
    public static Command Create(VerbContext verb)
    {
        var release = new ReleaseOptions();
        var json = VerbParts.Json();
        var markdown = VerbParts.Markdown();
        var command = new Command("plan", VerbParts.Describe(
            "Says what a release would do: its steps, what each can see, when it ends, how long the way back takes. Changes nothing.\n" +
                "Ends with 7 where a freeze is in the way, and with 2 where a step sees too little.",
            "release plan staging --tag v1.3.0",
            "release plan production --tag v1.3.0 --service web --service api",
            "release plan staging --tag v1.3.0 --markdown > plan.md",
            "release plan production --tag v1.3.1 --hotfix 'checkout fails' --json | jq .predicted"));
        release.AddTo(command);
        command.Add(json);
        command.Add(markdown);
        command.SetAction(async (parsed, cancellation) => (int)await new PlanCommand(verb.Open(parsed), verb.Terminal, verb.Clock).RunAsync(
            release.Read(parsed), VerbParts.Format(parsed.GetValue(json), parsed.GetValue(markdown)), cancellation));
        return command;
    }
}
