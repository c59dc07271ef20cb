using System.Text;
using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Stacks.Configuration;

/// <summary><c>Pulumi.&lt;stack&gt;.yaml</c>: the configuration keys, between the engine's own keys.</summary>
internal static class StackFile
{
    public const string Config = "config";

    private const string Holds = "the stack's release under config, in YAML";

    /// <summary>Top-level keys of a stack file. All but the first are the engine's own.</summary>
    public static IReadOnlyList<string> Keys { get; } = [Config, "secretsprovider", "encryptedkey", "encryptionsalt", "environment"];

    /// <summary>The keys under config, namespaces included; null after adding a problem.</summary>
    public static ObjectNode? Read(Workspace workspace, StackName stack, ProblemList problems)
    {
        var file = Workspace.StackFile(stack);
        return workspace.ReadOnce(file, found => Read(workspace, file, found), problems);
    }

    private static ObjectNode? Read(Workspace workspace, string file, ProblemList problems)
    {
        if (ConfigurationFile.Read(workspace, file, Holds, problems) is not { } bytes
            || YamlSource.Read(Encoding.UTF8.GetString(bytes), file, Holds, problems) is not { } root)
        {
            return null;
        }

        foreach (var (name, property) in root.Properties)
        {
            if (!Keys.Contains(name))
                problems.Add(DocumentProblems.UnknownKey(Place.Key(property.KeySource, property.Value.Path), name, Keys));
        }

        if (root.Find(Config) is ObjectNode config)
            return config;
        problems.Add(DocumentProblems.MissingKey(Place.Missing(root, Config), Config, "an object that holds release-infra:release"));
        return null;
    }
}
