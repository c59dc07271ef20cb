using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Stacks.Configuration;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Programs;

namespace ReleaseInfra.Stacks.Tests.Programs;

/// <summary>One run of a stack's program against mocks. Whoever runs one is not parallelizable: a failure is left to the process.</summary>
internal static class StackRun
{
    private const string EngineVariable = "PULUMI_CONFIG";

    /// <summary>With the repository's own configuration, given as the engine would.</summary>
    public static Task<DeclaredResources> OfRepositoryAsync(StackName stack) =>
        WithConfigurationAsync(stack, workspace => RunAsync(stack, options => new StackFactory(workspace, options)));

    /// <summary>The same as a first preview sees it.</summary>
    public static Task<ImmutableArray<Resource>> PreviewOfRepositoryAsync(StackName stack) =>
        WithConfigurationAsync(stack, workspace => StackPrograms.TestAsync(
            stack, new PreviewMocks(), new StackFactory(workspace), Options(stack, isPreview: true)));

    public static Task<DeclaredResources> OfAsync(EnvironmentSettings settings) =>
        RunAsync(settings.Stack, options => new StackFactory(() => settings, options));

    /// <summary>The stack's own outputs.</summary>
    public static async Task<EnvironmentOutputs> OutputsAsync(EnvironmentSettings settings)
    {
        var resources = await StackPrograms.TestAsync(
            settings.Stack, new RecordingMocks(), new StackFactory(() => settings), Options(settings.Stack));
        var stack = resources.OfType<EnvironmentStack>().Single();
        return new EnvironmentOutputs(
            await OutputUtilities.GetValueAsync(stack.ResourceGroup),
            await OutputUtilities.GetValueAsync(stack.RegistryServer),
            await OutputUtilities.GetValueAsync(stack.Urls),
            await OutputUtilities.GetValueAsync(stack.ContainerApps));
    }

    private static async Task<T> WithConfigurationAsync<T>(StackName stack, Func<Workspace, Task<T>> run)
    {
        var workspace = new Workspace(RepositoryRoot.Path);
        Environment.SetEnvironmentVariable(EngineVariable, ((Valid<string>)EngineConfiguration.Read(workspace, stack.Name)).Value);
        try
        {
            return await run(workspace);
        }
        finally
        {
            Environment.SetEnvironmentVariable(EngineVariable, null);
        }
    }

    private static async Task<DeclaredResources> RunAsync(StackName stack, Func<StackOptions, IServiceProvider> stacks)
    {
        var recorder = new ProgramRecorder();
        var options = new StackOptions { ResourceTransformations = { recorder.Transformation } };
        await StackPrograms.TestAsync(stack, recorder.Mocks, stacks(options), Options(stack));
        return await recorder.DeclaredAsync();
    }

    private static TestOptions Options(StackName stack, bool isPreview = false) =>
        new() { ProjectName = "release-infra", StackName = stack.Name, IsPreview = isPreview };
}

internal sealed record EnvironmentOutputs(
    string ResourceGroup,
    string RegistryServer,
    IReadOnlyDictionary<string, string> Urls,
    IReadOnlyDictionary<string, ImmutableDictionary<string, string>> ContainerApps);
