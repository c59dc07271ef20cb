using System.CommandLine;

namespace ReleaseInfra.Cli.Commands.Verbs;

internal static class ReportVerb
{
    public static Command Create(VerbContext verb)
    {
        var stack = VerbParts.Stack();
        var release = new Option<string?>("--release") { Description = "The id of a release; the newest by default.", HelpName = "ID" };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "Where the page goes, - for the output; by default .release/STACK/report.html.",
            HelpName = "FILE",
        };
        var json = VerbParts.Json();
        var command = new Command("report", VerbParts.Describe(
            "Makes a page about a release, from its journal: how it ended and why, weights and measurements over time, every verdict.",
            "release report production",
            "release report production --release 20261121-120000-0a1b2c3d --output friday.html",
            "release report production --output - > report.html"))
        {
            stack,
            release,
            output,
            json,
        };
        command.SetAction(async (parsed, cancellation) => (int)await new ReportCommand(verb.Open(parsed), verb.Terminal).RunAsync(
            new ReportArguments(
                parsed.GetValue(stack)!, parsed.GetValue(release), parsed.GetValue(output), VerbParts.Format(parsed.GetValue(json))),
            cancellation));
        return command;
    }
}
