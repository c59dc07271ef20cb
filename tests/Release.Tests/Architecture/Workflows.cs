using ReleaseInfra.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace ReleaseInfra.Release.Tests.Architecture;

/// <summary>What runs in GitHub, as its files have it.</summary>
internal static class Workflows
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, ".github");

    public static IReadOnlyList<Workflow> All { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Folder, "workflows"), "*.yml")
            .Order(StringComparer.Ordinal)
            .Select(file => new Workflow(Path.GetFileName(file), Read(file))),
    ];

    public static IReadOnlyList<WorkflowJob> Jobs { get; } = [.. All.SelectMany(workflow => workflow.Jobs)];

    /// <summary>The jobs that run on a machine, and do not call another workflow.</summary>
    public static IReadOnlyList<WorkflowJob> OwnJobs { get; } = [.. Jobs.Where(job => job.Steps is not [])];

    /// <summary>Workflows and local actions, with their comments.</summary>
    public static IReadOnlyList<string> Lines { get; } =
        [.. Directory.GetFiles(Folder, "*.yml", SearchOption.AllDirectories).SelectMany(File.ReadAllLines)];

    /// <summary>Of workflows and local actions.</summary>
    public static IReadOnlyList<WorkflowStep> Steps { get; } =
    [
        .. OwnJobs.SelectMany(job => job.Steps),
        .. Directory.GetFiles(Folder, "action.yml", SearchOption.AllDirectories)
            .SelectMany(file => WorkflowStep.In(Read(file).Map("runs"))),
    ];

    public static Workflow Of(string file) => All.Single(workflow => workflow.File == file);

    private static YamlMappingNode Read(string file)
    {
        using var reader = new StreamReader(file);
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }
}

internal sealed record Workflow(string File, YamlMappingNode Node)
{
    public IEnumerable<WorkflowJob> Jobs => Node.Map("jobs")!.Children.Select(job => new WorkflowJob(this, job.Key.ToString(), (YamlMappingNode)job.Value));
}

internal sealed record WorkflowJob(Workflow Workflow, string Name, YamlMappingNode Node)
{
    public IReadOnlyList<WorkflowStep> Steps { get; } = [.. WorkflowStep.In(Node)];

    public bool May(string permission) => Node.Map("permissions")?.Text(permission) == "write";

    public override string ToString() => $"{Workflow.File}: {Name}";
}

internal sealed record WorkflowStep(YamlMappingNode Node)
{
    public string Run => Node.Text("run") ?? "";

    public static IEnumerable<WorkflowStep> In(YamlMappingNode? holder) =>
        holder?.Find("steps") is YamlSequenceNode steps ? steps.Select(step => new WorkflowStep((YamlMappingNode)step)) : [];
}

internal static class YamlReading
{
    public static YamlNode? Find(this YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;

    public static YamlMappingNode? Map(this YamlMappingNode node, string key) => node.Find(key) as YamlMappingNode;

    public static string? Text(this YamlMappingNode node, string key) => (node.Find(key) as YamlScalarNode)?.Value;
}
