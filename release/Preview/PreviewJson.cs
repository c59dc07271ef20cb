using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Cli.Validation;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Preview;

/// <summary>A preview for machines; the shape is a contract, in docs/cli.md.</summary>
internal static class PreviewJson
{
    public static void Write(PreviewView view, TextWriter output) =>
        Write(output, view.Stack, view.Engine, view.Sdk, view.Release, view.Resources, view.Counts, view.Problems);

    /// <summary>The same shape where the configuration allows no preview: no resources, all problems.</summary>
    public static void WriteRefusal(string stack, Workbench workbench, ImmutableArray<Problem> problems, TextWriter output) =>
        Write(output, stack, workbench.Engine.Name, workbench.Sdk, [], [], ChangeCounts.Of([]), problems);

    private static void Write(
        TextWriter output,
        string stack,
        string engine,
        string sdk,
        ImmutableArray<ReleaseRow> release,
        ImmutableArray<ResourceChange> resources,
        ChangeCounts counts,
        ImmutableArray<Problem> problems) => JsonOutput.Write(output, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("stack", stack);
        writer.WriteString("engine", engine);
        writer.WriteString("sdk", sdk);
        WriteAll(writer, "release", release, WriteRelease);
        WriteAll(writer, "resources", resources, WriteResource);
        WriteCounts(writer, counts);
        ProblemJson.WriteAll(writer, problems);
        writer.WriteEndObject();
    });

    private static void WriteRelease(Utf8JsonWriter writer, ReleaseRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("service", row.Service);
        writer.WriteString("slot", row.Slot?.Name());
        WritePair(writer, "tag", row, (name, version) => writer.WriteString(name, version?.Tag.Text));
        WritePair(writer, "revision", row, (name, version) => WriteNumber(writer, name, version?.Revision));
        WritePair(writer, "weights", row, (name, version) => WriteNumber(writer, name, version?.Weight));
        writer.WriteEndObject();
    }

    private static void WritePair(Utf8JsonWriter writer, string name, ReleaseRow row, Action<string, RunningVersion?> write)
    {
        writer.WriteStartObject(name);
        write("from", row.From);
        write("to", row.To);
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int? number)
    {
        if (number is { } value)
            writer.WriteNumber(name, value);
        else
            writer.WriteNull(name);
    }

    private static void WriteResource(Utf8JsonWriter writer, ResourceChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("urn", change.Resource.Urn);
        writer.WriteString("type", change.Resource.Type);
        writer.WriteString("name", change.Resource.Name);
        writer.WriteString("operation", Word(change.Operation));
        WriteAll(writer, "changes", change.Changes, WriteProperty);
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

    private static void WriteCounts(Utf8JsonWriter writer, ChangeCounts counts)
    {
        writer.WriteStartObject("summary");
        writer.WriteNumber(Word(Operation.Create), counts.Create);
        writer.WriteNumber(Word(Operation.Update), counts.Update);
        writer.WriteNumber(Word(Operation.Replace), counts.Replace);
        writer.WriteNumber(Word(Operation.Delete), counts.Delete);
        writer.WriteNumber(Word(Operation.Same), counts.Same);
        writer.WriteEndObject();
    }

    private static void WriteAll<T>(Utf8JsonWriter writer, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            write(writer, item);
        writer.WriteEndArray();
    }

    private static string Word(Operation operation) => operation switch
    {
        Operation.Create => "create",
        Operation.Update => "update",
        Operation.Replace => "replace",
        Operation.Delete => "delete",
        Operation.Same => "same",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "There is no such operation."),
    };
}
