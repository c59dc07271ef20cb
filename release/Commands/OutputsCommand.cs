using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Commands;

internal sealed class OutputsCommand(Workbench workbench, ITerminal terminal)
{
    public async Task<ExitCode> RunAsync(OutputsArguments arguments, CancellationToken cancellation)
    {
        var stack = KnownStack.Of(arguments.Stack);
        var applied = await workbench.Engine.RecallAsync(stack, cancellation)
            ?? throw ReleaseFailure.NothingApplied(stack.Name, workbench.Engine.StateLocation(stack));
        InputValue shown = arguments.Name is { } name ? Find(applied, stack, name) : applied.Outputs;

        if (arguments.Format == OutputFormat.Json)
            JsonOutput.Write(terminal.Output, writer => InputValueJson.Show(writer, shown));
        else
            Write(shown, new StyledWriter(terminal.Output, terminal.OutputColour));
        return ExitCode.Done;
    }

    private static InputValue Find(AppliedStack applied, StackName stack, string name) => applied.Outputs.Find(name) switch
    {
        null => throw ReleaseFailure.UnknownOutput(stack.Name, name, applied.Outputs.Entries.Select(entry => entry.Key)),
        SecretValue => throw ReleaseFailure.SecretOutput(name),
        var output => output,
    };

    private static void Write(InputValue shown, StyledWriter writer, string indent = "")
    {
        switch (shown)
        {
            case MapValue map:
                WriteEntries(map, writer, indent);
                break;
            case TextValue text:
                // Bare, so that a script can take it as it is.
                writer.WriteLine(text.Value);
                break;
            default:
                writer.WriteLine(shown.Text());
                break;
        }
    }

    private static void WriteEntries(MapValue map, StyledWriter writer, string indent)
    {
        var widest = map.Entries.Select(entry => entry.Key.Length).DefaultIfEmpty().Max();
        foreach (var (key, value) in map.Entries)
        {
            writer.Write(indent);
            if (value is MapValue inner)
            {
                writer.WriteLine(Style.Heading, key);
                WriteEntries(inner, writer, indent + "  ");
                continue;
            }

            writer.Write($"{key.PadRight(widest)}  ");
            Write(value, writer);
        }
    }
}
