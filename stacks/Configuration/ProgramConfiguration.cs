using System.Text.Json;
using Pulumi;
using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Domain.Settings.Reading;

namespace ReleaseInfra.Stacks.Configuration;

/// <summary>The configuration of the stack that is running: the stack's file as the engine has decrypted and merged it.</summary>
public static class ProgramConfiguration
{
    private const string Location = "azure-native:location";
    internal const string Release = "release-infra:release";

    /// <exception cref="RunException">The configuration has problems; the message has all of them.</exception>
    public static EnvironmentSettings Read(Workspace workspace)
    {
        var stack = Deployment.Instance.StackName;
        if (StackName.Find(stack) is not { } name)
            throw Refuse([StackConfiguration.UnknownStack(stack)]);
        if (workspace.Recall(name) is { } settings && IsAsWritten(workspace, name))
            return settings;
        var given = Read(workspace, name, problems => GivenByEngine(name, problems));
        if (given is Invalid<EnvironmentSettings> invalid)
            throw Refuse(Located(workspace, name, invalid).Problems);
        return ((Valid<EnvironmentSettings>)given).Value;
    }

    // What the engine gives is what the file says, word for word: then it means what it was found to mean.
    private static bool IsAsWritten(Workspace workspace, StackName stack)
    {
        var written = StackFile.Read(workspace, stack, new ProblemList());
        var given = GivenByEngine(stack, new ProblemList());
        return written?.Find(Location) is { } location
            && written.Find(Release) is { } release
            && given?.Find(Location)?.Agrees(location) == true
            && given.Find(Release)?.Agrees(release) == true;
    }

    private static Checked<EnvironmentSettings> Read(Workspace workspace, StackName stack, Func<ProblemList, ObjectNode?> config)
    {
        var problems = new ProblemList();
        var documents = new EnvironmentDocuments(
            stack,
            EnvironmentLayers.Read(workspace, stack, problems),
            config(problems),
            Previous: null,
            StackConfiguration.Evidence(workspace, stack),
            new MachineTimeZones());
        return problems.Check(EnvironmentReader.Read(documents, problems));
    }

    private static ObjectNode? GivenByEngine(StackName stack, ProblemList problems)
    {
        var file = Workspace.StackFile(stack);
        var nowhere = new SourceMark(file, 0, 0);
        var config = ObjectNode.Empty(nowhere, StackFile.Config);
        if (new Config("azure-native").Get("location") is { } location)
            Add(config, Location, path => new ScalarNode(nowhere, path, ScalarKind.Text, location));
        if (new Config("release-infra").Get("release") is { } release)
            Add(config, Release, path => ReadRelease(release, file, path, problems));
        return config;
    }

    // A release that somebody set with one word instead of an object arrives as that word.
    private static DocumentNode ReadRelease(string release, string file, string path, ProblemList problems)
    {
        try
        {
            return JsonSource.ReadValue(release, file, path, problems);
        }
        catch (JsonException)
        {
            return new ScalarNode(new SourceMark(file, 0, 0), path, ScalarKind.Text, release);
        }
    }

    private static void Add(ObjectNode config, string key, Func<string, DocumentNode> value)
    {
        var path = DocumentPath.Join(config.Path, key);
        config.Properties.Add(key, new DocumentProperty(config.Source, value(path)));
    }

    // The engine says no lines. The stack's file does, wherever it is there and says the same; and what is encrypted in it
    // must not be shown, although the engine has decrypted it.
    private static Invalid<EnvironmentSettings> Located(Workspace workspace, StackName stack, Invalid<EnvironmentSettings> found)
    {
        if (StackFile.Read(workspace, stack, new ProblemList()) is not { } written
            || GivenByEngine(stack, new ProblemList()) is not { } given)
        {
            return found;
        }

        var comparable = given.Properties.All(property =>
            written.Find(property.Key) is { } value && (value is EncryptedNode || value.Agrees(property.Value.Value)));
        return comparable && Read(workspace, stack, _ => written) is Invalid<EnvironmentSettings> located ? located : found;
    }

    private static RunException Refuse(IReadOnlyCollection<Problem> problems) => new(
        $"""
         The configuration has {problems.Count} {(problems.Count == 1 ? "problem" : "problems")}:

         {string.Join("\n\n", problems.Select(ProblemText.Of))}
         """);
}
