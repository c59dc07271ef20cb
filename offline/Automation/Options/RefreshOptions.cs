namespace Pulumi.Automation;

public sealed class RefreshOptions : UpdateOptions
{
    /// <summary>Only says what differs; the state stays as it is.</summary>
    public bool? PreviewOnly { get; set; }

    /// <inheritdoc cref="UpOptions.ShowSecrets"/>
    public bool? ShowSecrets { get; set; }
}
