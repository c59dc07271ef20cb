namespace ReleaseInfra.Cli.Azure;

/// <param name="Scope">What a token for it is asked for.</param>
internal sealed record AzureEndpoint(Uri Address, string Scope)
{
    public static AzureEndpoint Management { get; } =
        new(new Uri("https://management.azure.com/"), "https://management.azure.com/.default");

    public static AzureEndpoint Logs { get; } =
        new(new Uri("https://api.loganalytics.azure.com/"), "https://api.loganalytics.io/.default");

    /// <param name="host">As in <c>shop.vault.azure.net</c>.</param>
    public static AzureEndpoint Vault(string host) => new(new Uri($"https://{host}/"), "https://vault.azure.net/.default");

    /// <summary>For its login; what may be done in it is asked for with that.</summary>
    /// <param name="host">As in <c>shop.azurecr.io</c>.</param>
    public static AzureEndpoint Registry(string host) => new(new Uri($"https://{host}/"), "https://containerregistry.azure.net/.default");

    /// <summary>A server on this machine, which takes one token whatever it was asked for.</summary>
    public static AzureEndpoint Loopback(Uri address) => new(address, $"{address}.default");
}
