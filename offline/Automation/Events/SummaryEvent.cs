using System.Collections.Immutable;

namespace Pulumi.Automation.Events;

/// <summary>The end of an operation that ran.</summary>
public class SummaryEvent
{
    internal SummaryEvent(IImmutableDictionary<OperationType, int> resourceChanges) => ResourceChanges = resourceChanges;

    public IImmutableDictionary<OperationType, int> ResourceChanges { get; }
}
