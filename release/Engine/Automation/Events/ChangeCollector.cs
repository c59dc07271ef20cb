using System.Collections.Immutable;
using Pulumi.Automation;
using Pulumi.Automation.Events;
using ReleaseInfra.Cli.Engine.Automation.State;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Automation.Events;

/// <summary>Makes of a preview's events what it would change.</summary>
internal sealed class ChangeCollector(EngineValues values, IEnumerable<StackResource> before, IProgress<EngineProgress> progress)
{
    private readonly Dictionary<string, StackResource> _before = before.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceChange> _changes = new(StringComparer.Ordinal);

    /// <summary>The stack's, as far as they are known before an update.</summary>
    public MapValue Outputs { get; private set; } = MapValue.Empty;

    /// <summary>In ordinal order of the URNs, each once.</summary>
    public ImmutableArray<ResourceChange> Changes =>
        [.. _changes.Values.OrderBy(change => change.Resource.Urn, StringComparer.Ordinal)];

    public void Note(EngineEvent told)
    {
        if (told.ResourcePreEvent is { Metadata: var begun } && !PulumiTypes.IsOwn(begun.Type))
            Note(begun);
        if (told.ResourceOutputsEvent is { Metadata: { Type: PulumiTypes.Stack, New: { } stack } })
            Outputs = values.Map(stack.Outputs);
    }

    private void Note(StepEventMetadata step)
    {
        var operation = Operations.Of(step.Op, step.Urn);
        var change = new StepChange(values, step, _before.GetValueOrDefault(step.Urn)).Of(operation);
        // A replacement is several steps, and this one of them has the differences.
        if (step.Op == OperationType.Replace || !_changes.ContainsKey(step.Urn))
            _changes[step.Urn] = change;
        progress.Report(new EngineProgress(_changes.Count));
    }
}
