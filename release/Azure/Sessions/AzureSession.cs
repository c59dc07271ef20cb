using ReleaseInfra.Cli.Azure.Resources;

namespace ReleaseInfra.Cli.Azure.Sessions;

/// <summary>One environment's Azure, open for calls.</summary>
/// <param name="place">For people: which Azure it is.</param>
/// <param name="behind">What serves the calls and ends after them, in this order; none for Azure itself.</param>
internal sealed class AzureSession(AzureConnection azure, AzureGroup group, string place, params IReadOnlyList<IAsyncDisposable> behind)
    : IAsyncDisposable
{
    public AzureConnection Azure => azure;

    public AzureGroup Group => group;

    public string Place => place;

    public async ValueTask DisposeAsync()
    {
        azure.Dispose();
        foreach (var server in behind)
            await server.DisposeAsync();
    }
}
