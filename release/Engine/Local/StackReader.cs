using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using ReleaseInfra.Cli.Engine.Local.Inputs;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Cli.Engine.Local;

/// <summary>Reads what a run recorded. Of a large stack it reads one part while the program goes on with the next.</summary>
internal sealed class StackReader
{
    // Below that a thread costs more than it saves.
    private const int ResourcesInOnePart = 500;

    private readonly ResourceRecorder _recorder;
    private readonly SecretHasher? _hasher;
    private readonly Lock _gate = new();
    private readonly List<RecordedResource> _waiting = [];
    private readonly List<Task<StackResource[]>> _parts = [];

    /// <param name="recorder">Before the run: what is noted from now on is read.</param>
    public StackReader(ResourceRecorder recorder, SecretHasher? hasher)
    {
        (_recorder, _hasher) = (recorder, hasher);
        recorder.Noted += Take;
    }

    /// <summary>After the run.</summary>
    public Task<DeclaredStack> ReadAsync()
    {
        if (_recorder.Context is not { } context)
            return ReadAllAsync();

        var reading = Task.FromException<DeclaredStack>(new InvalidOperationException("Nothing was read."));
        ExecutionContext.Run(context, _ => reading = ReadAllAsync(), state: null);
        return reading;
    }

    private void Take(RecordedResource recorded)
    {
        lock (_gate)
        {
            _waiting.Add(recorded);
            if (_waiting.Count < ResourcesInOnePart)
                return;

            RecordedResource[] part = [.. _waiting];
            _waiting.Clear();
            _parts.Add(Task.Run(() => ReadPartAsync(part)));
        }
    }

    private async Task<DeclaredStack> ReadAllAsync()
    {
        var ignored = _recorder.Recorded
            .Where(resource => resource.Options.IgnoreChanges is { Count: > 0 })
            .ToDictionary(resource => resource.Urn, resource => resource.Options.IgnoreChanges.ToImmutableArray(), StringComparer.Ordinal);
        var last = await ReadPartAsync([.. _waiting]);
        var resources = ImmutableArray.CreateBuilder<StackResource>(_recorder.Count);
        foreach (var part in _parts)
            resources.AddRange(await part);
        resources.AddRange(last);
        var outputs = _recorder.Stack is { } stack ? await StackOutputs.ReadAsync(stack, new InputReader(_hasher)) : MapValue.Empty;
        return new DeclaredStack(resources.MoveToImmutable(), ignored, outputs);
    }

    private async Task<StackResource[]> ReadPartAsync(RecordedResource[] part)
    {
        var resources = new StackResource[part.Length];
        for (var index = 0; index < part.Length; index++)
        {
            resources[index] = await ReadAsync(part[index]);
            _recorder.Release(part[index]);
        }

        return resources;
    }

    private async Task<StackResource> ReadAsync(RecordedResource recorded)
    {
        var type = recorded.Resource.GetResourceType();
        var reader = new InputReader(_hasher);
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
            if (_recorder.UrnOf(resource) is { } urn)
                urns.Add(urn);
        }

        return [.. urns];
    }
}
