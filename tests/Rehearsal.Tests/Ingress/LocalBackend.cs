using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ReleaseInfra.Rehearsal.Ingress;

namespace ReleaseInfra.Rehearsal.Tests.Ingress;

/// <summary>A version's process, played by a real server on 127.0.0.1 that counts.</summary>
internal sealed class LocalBackend : IAsyncDisposable
{
    private readonly WebApplication _application;
    private int _requests;
    private int _connections;

    private LocalBackend(string version, RequestDelegate answer)
    {
        Version = version;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, Unattended>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.Use(next => connection =>
                {
                    Interlocked.Increment(ref _connections);
                    return next(connection);
                });
            });
        });
        _application = builder.Build();
        _application.UseWebSockets();
        _application.Run(context =>
        {
            Interlocked.Increment(ref _requests);
            return answer(context);
        });
    }

    public string Version { get; }

    public int Requests => Volatile.Read(ref _requests);

    public int Connections => Volatile.Read(ref _connections);

    public Backend Backend { get; private set; } = new("", new IPEndPoint(IPAddress.Loopback, 0));

    /// <param name="answer">Unless given, the version's name.</param>
    public static async Task<LocalBackend> StartAsync(string version, RequestDelegate? answer = null)
    {
        var backend = new LocalBackend(version, answer ?? (context => context.Response.WriteAsync(version)));
        await backend._application.StartAsync();
        var address = backend._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        backend.Backend = new Backend(version, new IPEndPoint(IPAddress.Loopback, new Uri(address).Port));
        return backend;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private sealed class Unattended : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
