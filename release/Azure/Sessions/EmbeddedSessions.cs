using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Cli.Engine.State;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.Arm;

namespace ReleaseInfra.Cli.Azure.Sessions;

/// <summary>The embedded Azure of the local engine, over Azure's own wire format.</summary>
internal sealed class EmbeddedSessions(string workspaceFolder, TimeProvider time)
{
    /// <summary>As it is on disk now, by itself: nothing of it is saved.</summary>
    public async Task<AzureSession> OpenAsync(EnvironmentSettings settings, IAzureLog log, CancellationToken cancellation)
    {
        var embedded = await LocalAzure.OpenAsync(Folder(settings), Scope(settings), time, cancellation);
        return await ServeAsync(settings, embedded, embedded, new ArmServerOptions { Time = time }, log, cancellation);
    }

    /// <summary>Shared with the engine, and saved with each change before that is answered.</summary>
    public async Task<AzureSession> OpenToWriteAsync(EnvironmentSettings settings, IAzureLog log, CancellationToken cancellation)
    {
        var shared = await LocalAzures.OpenAsync(Folder(settings), Scope(settings), time, cancellation);
        var options = new ArmServerOptions { Time = time, SaveEachChange = true };
        return await ServeAsync(settings, shared.Azure, shared, options, log, cancellation);
    }

    /// <summary>For whatever serves on this machine: only that server is trusted, and only with its own token.</summary>
    public static AzureConnection Connect(ArmServer server, EnvironmentHosts hosts, IAzureLog log, TimeProvider time)
    {
        var endpoint = AzureEndpoint.Loopback(server.Endpoint);
        return new AzureConnection(new AzureConnectionOptions(
            endpoint, endpoint, hosts, new LoopbackCredential(server.Token), AzureTransport.Pinned(server.Endpoint, server.Certificate), time, log));
    }

    private async Task<AzureSession> ServeAsync(
        EnvironmentSettings settings,
        EmbeddedAzure embedded,
        IDisposable store,
        ArmServerOptions options,
        IAzureLog log,
        CancellationToken cancellation)
    {
        ArmServer server;
        try
        {
            server = await ArmServer.StartAsync(embedded, options, cancellation);
        }
        catch
        {
            store.Dispose();
            throw;
        }

        var names = settings.Names();
        var group = new AzureGroup(AzureScope.SubscriptionId, names.ResourceGroup.Value);
        return new AzureSession(Connect(server, EnvironmentHosts.Of(names), log, time), group, Folder(settings).NameOf(LocalAzure.File), server, new Store(store));
    }

    private StackFolder Folder(EnvironmentSettings settings) => new(workspaceFolder, settings.Stack.Name);

    private static AzureScope Scope(EnvironmentSettings settings) => new(settings.Stack.Name, settings.Location);

    private sealed class Store(IDisposable azure) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            azure.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
