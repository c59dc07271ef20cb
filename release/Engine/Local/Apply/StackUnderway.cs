using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Local.Apply;

/// <summary>What a stack is while a plan is being carried out.</summary>
internal sealed class StackUnderway(StackPlan plan)
{
    private readonly Dictionary<string, StackResource> _resources =
        (plan.From?.Resources ?? []).ToDictionary(resource => resource.Urn, StringComparer.Ordinal);

    private readonly HashSet<string> _applied = new(StringComparer.Ordinal);

    /// <summary>Changes that are done.</summary>
    public int Done { get; private set; }

    public void Note(ApplyStep step)
    {
        switch (step)
        {
            case DeleteStep delete:
                _resources.Remove(delete.Old.Urn);
                Count(delete.Change);
                break;
            case PutStep put:
                _resources[put.Change.Resource.Urn] = put.Change.Resource;
                Count(put.Change);
                break;
            default:
                throw new InvalidOperationException($"{step.GetType().Name} is no step.");
        }
    }

    public AppliedStack AsFarAsItIs() => Stack(plan.From?.Outputs ?? MapValue.Empty) with
    {
        Release = ServiceReleases.Under(plan, _applied),
        IsFinished = false,
    };

    public AppliedStack Finished() => Stack(plan.Outputs);

    private AppliedStack Stack(MapValue outputs) => new(
        plan.Location,
        plan.Release,
        [.. _resources.Values.OrderBy(resource => resource.Urn, StringComparer.Ordinal)],
        outputs);

    private void Count(ResourceChange? change)
    {
        if (change is null || change.Operation == Operation.Same || change.Resource.IsComponent)
            return;

        _applied.Add(change.Resource.Urn);
        Done++;
    }
}
