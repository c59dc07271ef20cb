namespace Pulumi.Automation.Events;

/// <summary>One event; exactly one of its members is set, or none of those that this SDK knows.</summary>
public class EngineEvent
{
    internal EngineEvent()
    {
    }

    public DiagnosticEvent? DiagnosticEvent { get; internal init; }

    public SummaryEvent? SummaryEvent { get; internal init; }

    public ResourcePreEvent? ResourcePreEvent { get; internal init; }

    public ResourceOutputsEvent? ResourceOutputsEvent { get; internal init; }
}
