using System.CommandLine;

namespace ReleaseInfra.Cli.Commands.Verbs;

internal static class PreviewVerb
{
    public static Command Create(VerbContext verb)
    {
        var stack = VerbParts.Stack();
        var json = VerbParts.Json();
        var markdown = VerbParts.Markdown();
        var command = new Command("preview", VerbParts.Describe(
            "Shows what 'up' would change: the release first, the resources after. Changes nothing.",
            "release preview staging",
            "release preview production --markdown > preview.md",
            "release preview production --json | jq .summary"))
        {
            stack,
            json,
            markdown,
        };
        command.SetAction(async (parsed, cancellation) => (int)await new PreviewCommand(verb.Open(parsed), verb.Terminal, verb.Clock).RunAsync(
            new PreviewArguments(
                parsed.GetValue(stack)!,
                VerbParts.Format(parsed.GetValue(json), parsed.GetValue(markdown)),
                parsed.GetValue(verb.Verbose)),
            cancellation));
        return command;
    }
}
