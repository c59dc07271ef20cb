using System.Collections.Immutable;
using Pulumi.Testing;
using ReleaseInfra.Rehearsal.Functions;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Cli.Engine.Local;

/// <summary>Answers the program in Azure's place.</summary>
internal sealed class RehearsalMocks(
    ResourceRecorder recorder,
    ComputedValues values,
    ComputedFunctions functions,
    IProgress<EngineProgress> progress,
    FirstFailure first,
    CancellationToken cancellation) : IMocks
{
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) => Answer<(string?, object)>(() =>
    {
        progress.Report(new EngineProgress(recorder.Count));
        if (recorder.IsComponent(args.Type!))
            return (null, ImmutableDictionary<string, object>.Empty);

        var computed = values.Of(new DeclaredResource(args.Type!, args.Name!, args.Inputs));
        return (computed.Id, computed.Outputs);
    });

    public Task<object> CallAsync(MockCallArgs args) => Answer<object>(() => functions.Of(args.Token!, args.Args));

    private Task<T> Answer<T>(Func<T> compute)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            return Task.FromResult(compute());
        }
        catch (Exception failure)
        {
            return Task.FromException<T>(first.Note(failure));
        }
    }
}
