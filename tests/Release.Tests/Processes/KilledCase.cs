using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Processes;

/// <summary>An update of dev that is killed.</summary>
/// <param name="Verb">What is killed; <c>up</c> follows it in any case.</param>
/// <param name="PrepareAsync">Leaves the workspace as the update finds it.</param>
internal sealed record KilledCase(string Name, string Verb, Func<TemporaryWorkspace, Task> PrepareAsync)
{
    public const string Stack = "dev";

    public static readonly KilledCase[] All =
    [
        new("creation", "up", _ => Task.CompletedTask),
        new("change", "up", async workspace =>
        {
            await InAsync(workspace, "up", Stack, "--yes");
            workspace
                .Replace("Pulumi.dev.yaml", "newest: blue", "newest: green")
                .Replace(
                    "Pulumi.dev.yaml",
                    "blue: { tag: v1.3.0-dev.1, weight: 100 }",
                    "blue: { tag: v1.3.0-dev.1, weight: 90 }\n      green: { tag: v1.3.0-dev.2, weight: 10 }")
                // A tag is on nearly everything, so that there is much to change.
                .Replace("stacks/environments/base.json", "\"tags\": {", "\"tags\": {\n    \"cost-center\": \"4711\",");
        }),
        new("destruction", "destroy", workspace => InAsync(workspace, "up", Stack, "--yes")),
    ];

    public async Task<TemporaryWorkspace> WorkspaceAsync()
    {
        var workspace = new TemporaryWorkspace();
        await PrepareAsync(workspace);
        return workspace;
    }

    public WatchedUpdate Start(TemporaryWorkspace workspace) => new(workspace, Stack, Verb);
}
