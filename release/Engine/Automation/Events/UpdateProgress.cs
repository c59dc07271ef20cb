using Pulumi.Automation.Events;

namespace ReleaseInfra.Cli.Engine.Automation.Events;

/// <summary>Follows an update: which of the planned changes are done.</summary>
internal sealed class UpdateProgress(StackPlan plan, IProgress<AppliedChange> progress)
{
    private readonly Dictionary<string, ResourceChange> _waiting =
        plan.Pending.ToDictionary(change => change.Resource.Urn, StringComparer.Ordinal);

    public int Done { get; private set; }

    public int Of { get; } = plan.Pending.Count();

    public void Note(EngineEvent told)
    {
        if (told.ResourceOutputsEvent is { Metadata: var step }
            && Operations.Completes(step.Op)
            && _waiting.Remove(step.Urn, out var change))
        {
            progress.Report(new AppliedChange(change, ++Done, Of));
        }
    }
}
