namespace Pulumi.Automation;

public sealed class UpOptions : UpdateOptions
{
    /// <summary>A file that a preview saved: the update may do what stands there, and nothing else.</summary>
    public string? Plan { get; set; }

    /// <summary>Whether the summary has the configuration's secrets in clear; it has unless this is false.</summary>
    public bool? ShowSecrets { get; set; }
}
