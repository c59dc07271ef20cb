using System.Collections.Immutable;
using Pulumi.Testing;
using ReleaseInfra.Cli.Engine.Diff;
using ReleaseInfra.Cli.Engine.State;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.Functions;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Cli.Engine.Local;

/// <summary>The embedded default: the program runs in this process, and what it applied is kept in the workspace.</summary>
internal sealed class LocalEngine(LocalEngineOptions options) : IStackEngine
{
    public const string EngineName = "local";

    public string Name => EngineName;

    public string StateLocation(StackName stack) => State(stack).Name;

    public Task<AppliedStack?> RecallAsync(StackName stack, CancellationToken cancellation) =>
        State(stack).ReadAsync(cancellation);

    public async Task<ImmutableArray<ResourceChange>> PreviewAsync(
        EnvironmentSettings settings,
        AppliedStack? applied,
        IProgress<EngineProgress> progress,
        CancellationToken cancellation)
    {
        var declared = await DeclareAsync(settings, progress, cancellation);
        return new StackDiff(ComputedValues.IsImmutable).Between(applied?.Resources ?? [], declared.Resources, declared.Ignored);
    }

    private async Task<DeclaredStack> DeclareAsync(
        EnvironmentSettings settings,
        IProgress<EngineProgress> progress,
        CancellationToken cancellation)
    {
        var scope = new AzureScope(settings.Stack.Name, settings.Location);
        var first = new FirstFailure();
        var recorder = new ResourceRecorder(options.Project, settings.Stack.Name, first);
        var reader = new StackReader(recorder, options.Hasher);
        var mocks = new RehearsalMocks(
            recorder,
            new ComputedValues(scope),
            new ComputedFunctions(scope),
            progress,
            first,
            cancellation);

        using (await EngineEnvironment.EnterAsync(options.Configuration(settings.Stack), cancellation))
        {
            try
            {
                await options.Run(settings, recorder.Options, mocks, new TestOptions
                {
                    ProjectName = options.Project,
                    StackName = settings.Stack.Name,
                    IsPreview = true,
                });
            }
            catch (Exception failure)
            {
                throw RunFailures.Explain(first.Failure ?? failure, cancellation);
            }
        }

        return await reader.ReadAsync();
    }

    private StateFile State(StackName stack) => new(options.WorkspaceFolder, stack.Name);
}
