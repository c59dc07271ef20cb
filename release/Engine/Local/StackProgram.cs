using Pulumi.Testing;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.Functions;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Cli.Engine.Local;

/// <summary>A stack's program, run in this process to learn what it declares.</summary>
internal sealed class StackProgram(LocalEngineOptions options, SecretHasher? hasher)
{
    public async Task<DeclaredStack> DeclareAsync(
        EnvironmentSettings settings,
        IProgress<EngineProgress> progress,
        CancellationToken cancellation)
    {
        var scope = new AzureScope(settings.Stack.Name, settings.Location);
        var first = new FirstFailure();
        var recorder = new ResourceRecorder(options.Project, settings.Stack.Name, first);
        var reader = new StackReader(recorder, hasher);
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
}
