namespace Pulumi.Automation;

public sealed class DestroyOptions : UpdateOptions
{
    /// <inheritdoc cref="UpOptions.ShowSecrets"/>
    public bool? ShowSecrets { get; set; }
}
