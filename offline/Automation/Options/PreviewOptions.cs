namespace Pulumi.Automation;

public sealed class PreviewOptions : UpdateOptions
{
    /// <summary>Where to save what an update may do.</summary>
    public string? Plan { get; set; }
}
