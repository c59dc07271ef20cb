namespace Pulumi.Automation.Events;

/// <summary>A resource is done.</summary>
public class ResourceOutputsEvent
{
    internal ResourceOutputsEvent(StepEventMetadata metadata) => Metadata = metadata;

    public StepEventMetadata Metadata { get; }
}
