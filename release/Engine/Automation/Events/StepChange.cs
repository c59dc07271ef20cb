using System.Collections.Immutable;
using Pulumi.Automation.Events;
using ReleaseInfra.Cli.Engine.Automation.State;
using ReleaseInfra.Cli.Engine.Diff;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Automation.Events;

/// <summary>One step of Pulumi's as a change of a resource.</summary>
/// <param name="before">As the state has it; null for what is new.</param>
internal sealed class StepChange(EngineValues values, StepEventMetadata step, StackResource? before)
{
    /// <summary>The outputs are compared where a provider found that Azure has something else than what was put there.</summary>
    private readonly Sides _old = Sides.Of(values, step.Old);
    private readonly Sides _new = Sides.Of(values, step.New);

    public ResourceChange Of(Operation operation)
    {
        var resource = Resource(operation);
        ImmutableArray<PropertyChange> changes = operation switch
        {
            Operation.Create => [.. resource.Inputs.Entries.Select(input => new PropertyChange(input.Key, null, input.Value, false))],
            Operation.Update or Operation.Replace => [.. Properties().OrderBy(change => change.Path, StringComparer.Ordinal)],
            _ => [],
        };
        return new ResourceChange(resource, operation, changes);
    }

    private StackResource Resource(Operation operation)
    {
        var state = (operation == Operation.Delete ? step.Old : step.New ?? step.Old)
            ?? throw new InvalidOperationException($"The step of {step.Urn} has no state.");
        return new StackResource(
            step.Urn,
            step.Type,
            PulumiTypes.NameOf(step.Urn),
            PulumiTypes.Parent(state.Parent),
            IsComponent: state.Custom is not true,
            Protect: state.Protect is true,
            operation == Operation.Delete ? _old.Inputs : _new.Inputs,
            before?.Dependencies ?? []);
    }

    private IEnumerable<PropertyChange> Properties()
    {
        if (step.DetailedDiff is { Count: > 0 } detailed)
            return detailed.Select(path => Property(path.Key, path.Value));

        // A provider that names only the properties, and not what differs inside: their own leaves say it.
        var all = InputDiff.Between(_old.Inputs, _new.Inputs);
        return step.Diffs is { Length: > 0 } keys
            ? all.Where(change => keys.Any(key => PropertyPath.IsUnder(change.Path, key)))
            : all.Where(change => change is not { From: SecretValue, To: SecretValue });
    }

    private PropertyChange Property(string path, PropertyDiff diff)
    {
        var replaces = diff.Kind is DiffKind.AddReplace or DiffKind.DeleteReplace or DiffKind.UpdateReplace;
        var (old, now) = (ValuePath.Find(diff.InputDiff ? _old.Inputs : _old.Outputs, path), ValuePath.Find(_new.Inputs, path));
        // A diff of what Azure has may name what neither side shows; that it differs is still to be said.
        return (old ?? ValuePath.Find(_old.Inputs, path), now) is (null, null)
            ? new PropertyChange(path, UnknownValue.Instance, UnknownValue.Instance, replaces)
            : new PropertyChange(path, old ?? ValuePath.Find(_old.Inputs, path), now, replaces);
    }

    private sealed record Sides(MapValue Inputs, MapValue Outputs)
    {
        public static Sides Of(EngineValues values, StepEventStateMetadata? state) => state is null
            ? new Sides(MapValue.Empty, MapValue.Empty)
            : new Sides(values.Map(state.Inputs), values.Map(state.Outputs));
    }
}
