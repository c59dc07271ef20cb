using System.Collections.Immutable;
using Pulumi.Automation;
using Pulumi.Automation.Events;
using ReleaseInfra.Cli.Engine.Automation.State;
using ReleaseInfra.Cli.Engine.Diff;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Automation.Events;

/// <summary>Makes of a refresh's events what Azure has otherwise than it was applied.</summary>
internal sealed class DriftCollector(EngineValues values)
{
    private readonly Dictionary<string, ResourceChange> _changes = new(StringComparer.Ordinal);

    /// <summary>In ordinal order of the URNs.</summary>
    public ImmutableArray<ResourceChange> Changes =>
        [.. _changes.Values.OrderBy(change => change.Resource.Urn, StringComparer.Ordinal)];

    // What a refresh found stands in the event at its end; at its beginning nothing is known.
    public void Note(EngineEvent told)
    {
        if (told.ResourceOutputsEvent is not { Metadata: { Op: OperationType.Update or OperationType.Delete, Old: { } old } step }
            || PulumiTypes.IsOwn(step.Type))
        {
            return;
        }

        var operation = Operations.Of(step.Op, step.Urn);
        ImmutableArray<PropertyChange> properties = step.New is { } now ? [.. Between(old, now)] : [];
        if (operation == Operation.Delete || !properties.IsEmpty)
            _changes[step.Urn] = new StepChange(values, step, before: null).Of(operation) with { Changes = properties };
    }

    // What the program states comes first; what only Azure computes counts where nothing else differs.
    private PropertyChange[] Between(StepEventStateMetadata old, StepEventStateMetadata now)
    {
        var stated = Known(InputDiff.Between(values.Map(old.Inputs), values.Map(now.Inputs)));
        return stated.Length > 0 ? stated : Known(InputDiff.Between(values.Map(old.Outputs), values.Map(now.Outputs)));
    }

    // Two secrets cannot be compared: an event has neither.
    private static PropertyChange[] Known(IEnumerable<PropertyChange> changes) =>
        [.. changes.Where(change => change is not { From: SecretValue, To: SecretValue })];
}
