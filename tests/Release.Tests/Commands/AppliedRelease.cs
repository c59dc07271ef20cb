using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Cli.Engine.State;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Rehearsal.Store;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Commands;

/// <summary>Leaves a workspace as a finished <c>up</c> would: the key, and the state of what is declared.</summary>
internal static class AppliedRelease
{
    public static async Task WriteAsync(TemporaryWorkspace workspace, string stack, Func<AppliedStack, AppliedStack>? change = null)
    {
        new SecretKeyFile(workspace.PathOf("profile")).FindOrCreate();
        var workbench = Composition.Open(workspace.Folder, LocalEngine.EngineName, CommandLineRun.Machine(workspace), TimeProvider.System);
        var settings = ((Valid<EnvironmentSettings>)workbench.Read(stack, null)).Value;
        var plan = await workbench.Engine.PreviewAsync(settings, null, new Progress<EngineProgress>(), CancellationToken.None);
        var applied = new AppliedStack(
            plan.Location,
            plan.Release,
            [.. plan.Changes.Select(created => created.Resource)],
            plan.Outputs);
        var state = new StateFile(new StackFolder(workspace.Folder, stack)).ContentOf(change?.Invoke(applied) ?? applied);
        await DurableFile.ReplaceAsync(state.Path, state.Write, CancellationToken.None);
    }

    /// <summary>With one input of one resource as it might have been.</summary>
    public static AppliedStack WithInput(this AppliedStack applied, string name, string input, InputValue value) => applied with
    {
        Resources =
        [
            .. applied.Resources.Select(resource => resource.Name == name && resource.Inputs.Find(input) is not null
                ? resource with { Inputs = Replace(resource.Inputs, input, value) }
                : resource),
        ],
    };

    /// <summary>With a resource that the program declares no longer.</summary>
    public static AppliedStack WithFormer(this AppliedStack applied, string type, string name, MapValue inputs) => applied with
    {
        Resources =
        [
            .. applied.Resources,
            new StackResource($"urn:pulumi:dev::release-infra::{type}::{name}", type, name, null, false, false, inputs, []),
        ],
    };

    private static MapValue Replace(MapValue map, string key, InputValue value) =>
        new([.. map.Entries.Select(entry => entry.Key == key ? new MapEntry(key, value) : entry)]);
}
