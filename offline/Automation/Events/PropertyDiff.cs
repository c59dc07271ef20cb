namespace Pulumi.Automation.Events;

public class PropertyDiff
{
    internal PropertyDiff(DiffKind kind, bool inputDiff) => (Kind, InputDiff) = (kind, inputDiff);

    public DiffKind Kind { get; }

    /// <summary>Of old inputs and new ones; else of what exists and new inputs.</summary>
    public bool InputDiff { get; }
}
