using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Cli.Validation;

namespace ReleaseInfra.Cli.Preview;

/// <summary>A preview for machines; the shape is a contract, in docs/cli.md.</summary>
internal static class PreviewJson
{
    /// <param name="more">Members behind those of a preview.</param>
    public static void Write(PreviewView view, TextWriter output, Action<Utf8JsonWriter>? more = null) => JsonOutput.Write(output, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("stack", view.Stack);
        writer.WriteString("engine", view.Engine);
        writer.WriteString("sdk", view.Sdk);
        writer.WriteString("state", view.StateLocation is "" ? null : view.StateLocation);
        JsonOutput.WriteAll(writer, "notes", view.Notes, (to, note) => to.WriteStringValue(note));
        JsonOutput.WriteAll(writer, "release", view.Release, ReleaseRowJson.Write);
        JsonOutput.WriteAll(writer, "resources", view.Resources, WriteResource);
        ChangeCountsJson.Write(writer, "summary", view.Counts);
        ProblemJson.WriteAll(writer, view.Problems);
        more?.Invoke(writer);
        writer.WriteEndObject();
    });

    private static void WriteResource(Utf8JsonWriter writer, ResourceChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("urn", change.Resource.Urn);
        writer.WriteString("type", change.Resource.Type);
        writer.WriteString("name", change.Resource.Name);
        writer.WriteString("operation", change.Operation.Word());
        JsonOutput.WriteAll(writer, "changes", change.Changes, WriteProperty);
        writer.WriteEndObject();
    }

    private static void WriteProperty(Utf8JsonWriter writer, PropertyChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("path", change.Path);
        writer.WritePropertyName("from");
        InputValueJson.Show(writer, change.From);
        writer.WritePropertyName("to");
        InputValueJson.Show(writer, change.To);
        writer.WriteEndObject();
    }
}
