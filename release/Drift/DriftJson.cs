using System.Text.Json;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Cli.Validation;
using ReleaseInfra.Domain.Drift;

namespace ReleaseInfra.Cli.Drift;

/// <summary>A drift check for machines; the shape is a contract, in docs/cli.md.</summary>
internal static class DriftJson
{
    public static void Write(DriftView view, TextWriter output) => JsonOutput.Write(output, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("stack", view.Stack);
        writer.WriteString("engine", view.Engine);
        writer.WriteString("sdk", view.Sdk);
        writer.WriteNumber("checked", view.Report.Checked);
        writer.WriteStartArray("drift");
        foreach (var finding in view.Report.Findings)
            Write(writer, finding);
        writer.WriteEndArray();
        writer.WriteStartArray("unknown");
        foreach (var image in view.Report.Unknown)
            Write(writer, image);
        writer.WriteEndArray();
        ProblemJson.WriteAll(writer, view.Problems);
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, DriftFinding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("service", finding.Service);
        writer.WriteString("resource", finding.Resource);
        writer.WriteString("kind", finding.Kind.Word());
        writer.WriteString("path", finding.Path);
        Write(writer, "expected", finding.Expected);
        Write(writer, "live", finding.Live);
        writer.WriteString("remedy", finding.Remedy);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, UnknownImage image)
    {
        writer.WriteStartObject();
        writer.WriteString("service", image.Service);
        writer.WriteString("resource", image.Resource);
        writer.WriteString("expected", image.Expected);
        writer.WriteString("live", image.Live);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, DriftValue value)
    {
        switch (value)
        {
            case DriftText text:
                writer.WriteString(name, text.Text);
                break;
            case DriftNumber number:
                writer.WriteNumber(name, number.Number);
                break;
            default:
                writer.WriteNull(name);
                break;
        }
    }
}
