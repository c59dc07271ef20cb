using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Cli.Engine.State;
using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Commands;

/// <summary>Changes a stack's embedded Azure behind the configuration's back, as somebody in Azure's portal would.</summary>
internal sealed class LiveChange(EmbeddedAzure azure, string group)
{
    private const string Location = "westeurope";

    private static readonly ImmutableDictionary<string, string> Codes =
        ImmutableDictionary<string, string>.Empty.Add("dev", "dev").Add("staging", "stg").Add("production", "prod");

    public static async Task MakeAsync(TemporaryWorkspace workspace, string stack, Func<LiveChange, Task> change)
    {
        using var azure = await LocalAzure.OpenAsync(
            new StackFolder(workspace.Folder, stack), new AzureScope(stack, Location), new ManualTime(), default);
        await change(new LiveChange(azure, $"/subscriptions/{AzureScope.SubscriptionId}/resourceGroups/rg-app-{Codes[stack]}"));
        await azure.SaveAsync(default);
    }

    public Task ShiftAsync(string app, string revision, int weight, string label) => azure.Resources.PatchAsync(
        IdOf(app),
        new Dictionary<string, object?>
        {
            ["configuration"] = new Dictionary<string, object?>
            {
                ["ingress"] = new Dictionary<string, object?>
                {
                    ["traffic"] = new object[] { new Dictionary<string, object> { ["revisionName"] = revision, ["weight"] = weight, ["label"] = label } },
                },
            },
        },
        default);

    public Task DeactivateAsync(string app, string revision) => azure.ContainerApps.DeactivateAsync(IdOf(app), revision, default);

    public Task<ImmutableArray<RevisionView>> RevisionsAsync(string app) => azure.ContainerApps.ListAsync(IdOf(app), default);

    private string IdOf(string app) => $"{group}/providers/Microsoft.App/containerApps/{app}";
}
