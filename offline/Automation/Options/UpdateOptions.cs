using Pulumi.Automation.Events;

namespace Pulumi.Automation;

public class UpdateOptions
{
    /// <summary>What the backend's history says of the operation.</summary>
    public string? Message { get; set; }

    public Action<EngineEvent>? OnEvent { get; set; }

    /// <summary><c>always</c>, <c>never</c>, <c>raw</c> or <c>auto</c>.</summary>
    public string? Color { get; set; }
}
