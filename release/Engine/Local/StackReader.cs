using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using ReleaseInfra.Cli.Engine.Local.Inputs;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Cli.Engine.Local;

/// <summary>Reads what a finished run recorded. While it runs, outputs would have to be waited for one by one.</summary>
internal sealed class StackReader(ResourceRecorder recorder, SecretHasher? hasher)
{
    public Task<DeclaredStack> ReadAsync()
    {
        if (recorder.Context is not { } context)
            return ReadAllAsync();

        var reading = Task.FromException<DeclaredStack>(new InvalidOperationException("Nothing was read."));
        ExecutionContext.Run(context, _ => reading = ReadAllAsync(), state: null);
        return reading;
    }

    private async Task<DeclaredStack> ReadAllAsync()
    {
        var resources = ImmutableArray.CreateBuilder<StackResource>(recorder.Count);
        var ignored = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var recorded in recorder.Recorded)
        {
            resources.Add(await ReadAsync(recorded));
            if (recorded.Options.IgnoreChanges is { Count: > 0 } paths)
                ignored[recorded.Urn] = [.. paths];
        }

        return new DeclaredStack(resources.MoveToImmutable(), ignored);
    }

    private async Task<StackResource> ReadAsync(RecordedResource recorded)
    {
        var type = recorded.Resource.GetResourceType();
        var reader = new InputReader(hasher);
        var inputs = await reader.ReadAsync(recorded.Args, ComputedValues.SecretInputs(type));
        var explicitly = await OutputUtilities.GetValueAsync(recorded.Options.DependsOn.ToOutput());
        return new StackResource(
            recorded.Urn,
            type,
            recorded.Resource.GetResourceName(),
            recorded.Parent,
            recorded.Resource is ComponentResource,
            recorded.Protect,
            inputs,
            Urns(reader.Dependencies.Concat(explicitly.IsDefault ? [] : explicitly)));
    }

    private ImmutableArray<string> Urns(IEnumerable<Resource> resources)
    {
        var urns = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            if (recorder.UrnOf(resource) is { } urn)
                urns.Add(urn);
        }

        return [.. urns];
    }
}
