using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Cli.Engine.State;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.Arm;

namespace ReleaseInfra.Cli.Azure.Sessions;

/// <summary>The embedded Azure of the local engine, over Azure's own wire format. Opened to be read: nothing of it is saved.</summary>
internal static class EmbeddedSession
{
    public static async Task<AzureSession> OpenAsync(
        string workspaceFolder, EnvironmentSettings settings, IAzureLog log, TimeProvider time, CancellationToken cancellation)
    {
        var folder = new StackFolder(workspaceFolder, settings.Stack.Name);
        var embedded = await LocalAzure.OpenAsync(
            folder, new AzureScope(settings.Stack.Name, settings.Location), time, cancellation);
        ArmServer server;
        try
        {
            server = await ArmServer.StartAsync(embedded, new ArmServerOptions { Time = time }, cancellation);
        }
        catch
        {
            embedded.Dispose();
            throw;
        }

        var group = new AzureGroup(AzureScope.SubscriptionId, settings.Names().ResourceGroup.Value);
        return new AzureSession(Connect(server, log, time), group, folder.NameOf(LocalAzure.File), server, new Store(embedded));
    }

    /// <summary>For whatever serves on this machine: only that server is trusted, and only with its own token.</summary>
    public static AzureConnection Connect(ArmServer server, IAzureLog log, TimeProvider time)
    {
        var endpoint = AzureEndpoint.Loopback(server.Endpoint);
        return new AzureConnection(new AzureConnectionOptions(
            endpoint, endpoint, new LoopbackCredential(server.Token), AzureTransport.Pinned(server.Certificate), time, log));
    }

    private sealed class Store(EmbeddedAzure embedded) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            embedded.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
