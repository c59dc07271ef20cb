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
    private const int ResourcesInOnePart = 500;

    public Task<DeclaredStack> ReadAsync()
    {
        if (recorder.Context is not { } context)
            return ReadAllAsync();

        var reading = Task.FromException<DeclaredStack>(new InvalidOperationException("Nothing was read."));
        ExecutionContext.Run(context, _ => reading = ReadAllAsync(), state: null);
        return reading;
    }

    // Nothing in one resource waits for another any more. One part is read here: a thread costs more than it saves there.
    private async Task<DeclaredStack> ReadAllAsync()
    {
        RecordedResource[] recorded = [.. recorder.Recorded];
        var ignored = recorded
            .Where(resource => resource.Options.IgnoreChanges is { Count: > 0 })
            .ToDictionary(resource => resource.Urn, resource => resource.Options.IgnoreChanges.ToImmutableArray(), StringComparer.Ordinal);
        if (recorded.Length <= ResourcesInOnePart)
            return new DeclaredStack([.. await ReadPartAsync(recorded)], ignored);

        var parts = await Task.WhenAll(recorded.Chunk(ResourcesInOnePart).Select(part => Task.Run(() => ReadPartAsync(part))));
        return new DeclaredStack([.. parts.SelectMany(part => part)], ignored);
    }

    private async Task<StackResource[]> ReadPartAsync(RecordedResource[] part)
    {
        var resources = new StackResource[part.Length];
        for (var index = 0; index < part.Length; index++)
            resources[index] = await ReadAsync(part[index]);
        return resources;
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
