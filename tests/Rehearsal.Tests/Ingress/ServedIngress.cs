using System.Collections.Concurrent;
using System.Net.Sockets;
using ReleaseInfra.Rehearsal.Ingress;

namespace ReleaseInfra.Rehearsal.Tests.Ingress;

/// <summary>An ingress, a client whose every host name leads to it, and what the ingress told.</summary>
internal sealed class ServedIngress : IAsyncDisposable, IRequestObserver
{
    public const string Host = "app-web-stg.example.azurecontainerapps.io";

    private int _connections;

    private ServedIngress()
    {
    }

    public IngressServer Server { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public ConcurrentQueue<SeenRequest> Seen { get; } = [];

    /// <summary>To the ingress, since its start.</summary>
    public int Connections => Volatile.Read(ref _connections);

    public static async Task<ServedIngress> StartAsync(Func<IngressOptions, IngressOptions>? with = null)
    {
        var ingress = new ServedIngress();
        var options = new IngressOptions { Time = TimeProvider.System, Watch = TimeProvider.System, Observer = ingress, Seed = 7 };
        ingress.Server = await IngressServer.StartAsync(with?.Invoke(options) ?? options, CancellationToken.None);
        ingress.Client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellation) => new NetworkStream(await ingress.ConnectAsync(cancellation), ownsSocket: true),
            AllowAutoRedirect = false,
            UseCookies = false,
        });
        return ingress;
    }

    public async Task<Socket> ConnectAsync(CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(Server.Address, cancellation);
        Interlocked.Increment(ref _connections);
        return socket;
    }

    /// <summary>The app's host alone, split as given.</summary>
    public void Split(params (Backend Backend, int Weight)[] shares) =>
        Server.Apply(new RouteTable([new Route("web", [Host], [.. shares.Select(share => new Share(share.Backend, share.Weight))])]));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }

    void IRequestObserver.Saw(SeenRequest request) => Seen.Enqueue(request);
}
