using System.Text;
using System.Text.Json;
using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Stacks.Configuration;

/// <summary>A stack's file as the Pulumi engine hands it to a program: <c>PULUMI_CONFIG</c>.</summary>
public static class EngineConfiguration
{
    /// <summary>
    /// A JSON object of key to text; objects and lists are JSON inside the text. Encrypted values are left out: without the
    /// engine nobody can read them.
    /// </summary>
    public static Checked<string> Read(Workspace workspace, string stack)
    {
        if (StackName.Find(stack) is not { } name)
            return new Invalid<string>([StackConfiguration.UnknownStack(stack)]);
        var problems = new ProblemList();
        var config = StackFile.Read(workspace, name, problems);
        return problems.Check(config is null ? null : Encode(config));
    }

    /// <summary>One key with its namespace, as in <c>azure-native:location</c>; null where it is not there, or not a plain text.</summary>
    public static string? Value(Workspace workspace, StackName stack, string key) =>
        StackFile.Read(workspace, stack, new ProblemList())?.Find(key) is ScalarNode { Text.Length: > 0 } scalar ? scalar.Text : null;

    private static string Encode(ObjectNode config) => Write(writer =>
    {
        writer.WriteStartObject();
        foreach (var (key, property) in config.Properties)
        {
            if (property.Value is not EncryptedNode)
                writer.WriteString(key, property.Value is ScalarNode scalar ? scalar.Text : Write(inner => Write(inner, property.Value)));
        }

        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, DocumentNode node)
    {
        switch (node)
        {
            case ObjectNode inner:
                writer.WriteStartObject();
                foreach (var (key, property) in inner.Properties)
                {
                    writer.WritePropertyName(key);
                    Write(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case ArrayNode list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case ScalarNode { Kind: ScalarKind.Text } text:
                writer.WriteStringValue(text.Text);
                break;
            case ScalarNode scalar:
                writer.WriteRawValue(scalar.Kind == ScalarKind.Null ? "null" : scalar.Text);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            write(writer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
