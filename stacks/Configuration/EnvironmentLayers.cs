using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Stacks.Configuration;

/// <summary>The JSON files of an environment, one laid over the other.</summary>
/// <remarks>
/// Values are Configuration's; what it does not keep comes from the files' sources, by these rules: objects are joined key
/// by key, a list is replaced whole (Configuration would join lists item by item, and leave a longer one's tail), and null
/// takes away what the layers before have said.
/// </remarks>
internal static class EnvironmentLayers
{
    private const string Holds = "what the environment is made of, in JSON";

    /// <summary>Null after adding a problem: with one layer missing, nothing can be said about the others.</summary>
    public static ObjectNode? Read(Workspace workspace, StackName stack, ProblemList problems) =>
        workspace.ReadOnce($"the environment {stack}", found => ReadFiles(workspace, stack, found), problems);

    private static ObjectNode? ReadFiles(Workspace workspace, StackName stack, ProblemList problems)
    {
        var before = problems.Count;
        var builder = new ConfigurationBuilder();
        ObjectNode? joined = null;
        foreach (var file in Workspace.EnvironmentFiles(stack))
        {
            if (ConfigurationFile.Read(workspace, file, Holds, problems) is not { } bytes
                || JsonSource.ReadFile(bytes, file, problems) is not { } layer)
            {
                continue;
            }

            builder.Add(new JsonStreamConfigurationSource { Stream = new MemoryStream(bytes) });
            joined = joined is null ? layer : Join(joined, layer, problems);
        }

        return problems.Count == before && joined is not null ? Fill(joined, builder.Build()) : null;
    }

    private static ObjectNode Join(ObjectNode lower, ObjectNode upper, ProblemList problems)
    {
        // What stands in both is shown where it was said last.
        var joined = ObjectNode.Empty(upper.Source, upper.Path);
        var capitals = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, property) in lower.Properties)
        {
            joined.Properties.Add(name, property);
            capitals[name] = name;
        }

        foreach (var (name, property) in upper.Properties)
        {
            if (capitals.TryGetValue(name, out var known) && known != name)
            {
                problems.Add(DocumentProblems.DuplicateKey(
                    Place.Key(property.KeySource, property.Value.Path),
                    name,
                    lower.Properties[known].KeySource));
                continue;
            }

            joined.Properties[name] = lower.Find(name) is ObjectNode below && property.Value is ObjectNode above
                ? new DocumentProperty(property.KeySource, Join(below, above, problems))
                : property;
        }

        return joined;
    }

    private static ObjectNode Fill(ObjectNode node, IConfigurationRoot configuration) =>
        (ObjectNode)Fill(node, configuration, "");

    private static DocumentNode Fill(DocumentNode node, IConfigurationRoot configuration, string key)
    {
        switch (node)
        {
            case ObjectNode inner:
                var filled = ObjectNode.Empty(inner.Source, inner.Path);
                foreach (var (name, property) in inner.Properties)
                    filled.Properties.Add(name, property with { Value = Fill(property.Value, configuration, Below(key, name)) });
                return filled;
            case ArrayNode list:
                return list with { Items = [.. list.Items.Select((item, index) => Fill(item, configuration, Below(key, $"{index}")))] };
            case ScalarNode { Kind: not ScalarKind.Null } scalar when configuration[key] is { } value:
                return scalar with { Text = scalar.Kind == ScalarKind.Boolean ? value.ToLowerInvariant() : value };
            default:
                return node;
        }
    }

    private static string Below(string key, string name) => key.Length == 0 ? name : ConfigurationPath.Combine(key, name);
}
