using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Gates.Http;

namespace ReleaseInfra.Cli.Azure.Sessions;

/// <summary>One environment's Azure, open for calls.</summary>
/// <param name="place">For people: which Azure it is.</param>
/// <param name="behind">What serves the calls and ends after them, in this order; none for Azure itself.</param>
internal sealed class AzureSession(IAzure azure, AzureGroup group, string place, params IReadOnlyList<IAsyncDisposable> behind)
    : IAsyncDisposable
{
    public IAzure Azure => azure;

    public AzureGroup Group => group;

    public string Place => place;

    /// <summary>How its services are asked; null where none runs.</summary>
    public ProbeRoute? Probes { get; init; }

    public async ValueTask DisposeAsync()
    {
        Probes?.Client.Dispose();
        azure.Dispose();
        foreach (var server in behind)
            await server.DisposeAsync();
    }
}

/// <param name="Scheme">As in <c>https</c>.</param>
internal sealed record ProbeRoute(IProbeClient Client, string Scheme);
