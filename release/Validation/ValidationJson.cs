using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Cli.Validation;

internal static class ValidationJson
{
    public static void Write(ValidationView view, TextWriter output) => JsonOutput.Write(output, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("stacks");
        foreach (var stack in view.Stacks)
            writer.WriteStringValue(stack);
        writer.WriteEndArray();
        ProblemJson.WriteAll(writer, view.Problems);
        writer.WriteEndObject();
    });
}
