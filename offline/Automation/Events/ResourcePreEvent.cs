namespace Pulumi.Automation.Events;

/// <summary>Before the engine does something with a resource.</summary>
public class ResourcePreEvent
{
    internal ResourcePreEvent(StepEventMetadata metadata) => Metadata = metadata;

    public StepEventMetadata Metadata { get; }
}
