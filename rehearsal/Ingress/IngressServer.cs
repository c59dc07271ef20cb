using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>The HTTP ingress of a Container Apps environment, on 127.0.0.1: picks a version by host and weight, and passes requests on.</summary>
/// <remarks>HTTP/1.1 on both sides. Until a first table is applied no host has a route. Disposing of it breaks off what is under way.</remarks>
public sealed class IngressServer : IAsyncDisposable
{
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(2);

    private readonly WebApplication _application;
    private readonly Routing _routing;
    private readonly Upstream _upstream;
    private readonly CancellationTokenSource _stopping;
    private int _disposed;

    private IngressServer(WebApplication application, Routing routing, Upstream upstream, CancellationTokenSource stopping)
    {
        (_application, _routing, _upstream, _stopping) = (application, routing, upstream, stopping);
        var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Address = new IPEndPoint(IPAddress.Loopback, new Uri(address).Port);
    }

    public IPEndPoint Address { get; }

    public static async Task<IngressServer> StartAsync(IngressOptions options, CancellationToken cancellation)
    {
        var (upstream, stopping, numbers) = (new Upstream(), new CancellationTokenSource(), new SeededNumbers(options.Seed));
        var routing = new Routing(numbers);
        var pipeline = new IngressPipeline(options, routing, new Sidecar(numbers, options.Watch), new Forwarder(upstream), stopping.Token);
        var application = IngressHost.Build(pipeline.HandleAsync, options.RequestTimeout);
        try
        {
            await application.StartAsync(cancellation);
            return new IngressServer(application, routing, upstream, stopping);
        }
        catch
        {
            await application.DisposeAsync();
            upstream.Dispose();
            stopping.Dispose();
            throw;
        }
    }

    /// <summary>At once and whole: new requests go by it, those under way end where they are.</summary>
    /// <exception cref="ArgumentException">A host has two routes, or a weight is not 0 to 100; the table before stays.</exception>
    public void Apply(RouteTable table) => _routing.Apply(table);

    /// <summary>Once no route sends that version anything and nothing of it is under way: then its process may be stopped.</summary>
    public Task DrainedAsync(string version, CancellationToken cancellation) => _routing.DrainedAsync(version, cancellation);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;

        await _stopping.CancelAsync();
        using (var deadline = new CancellationTokenSource(StopsWithin))
            await _application.StopAsync(deadline.Token);
        await _application.DisposeAsync();
        _upstream.Dispose();
        _stopping.Dispose();
    }
}
