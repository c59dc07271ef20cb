namespace Pulumi;

public class InvokeOptions
{
    /// <summary>Gives the provider where <see cref="Provider"/> is not set.</summary>
    public Resource? Parent { get; set; }

    public ProviderResource? Provider { get; set; }

    public string? Version { get; set; }

    public string? PluginDownloadURL { get; set; }
}
