namespace Pulumi.Automation.Events;

public class DiagnosticEvent
{
    internal DiagnosticEvent(string? urn, string message, string severity) => (Urn, Message, Severity) = (urn, message, severity);

    public string? Urn { get; }

    /// <summary>With colour tags of the engine's in it, as in <c>&lt;{%reset%}&gt;</c>.</summary>
    public string Message { get; }

    /// <summary><c>info</c>, <c>info#err</c>, <c>warning</c> or <c>error</c>.</summary>
    public string Severity { get; }
}
