using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;

namespace ReleaseInfra.Cli.Azure.Calls;

/// <summary>Connections to Azure, real or embedded.</summary>
internal sealed class AzureTransport : IDisposable
{
    // DNS may move; a connection that lived for ever would not follow.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly HttpClient _client;

    private AzureTransport(SocketsHttpHandler handler, Func<HttpMessageHandler, HttpMessageHandler> around)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.PooledConnectionLifetime = ConnectionLifetime;
        _client = new HttpClient(around(handler)) { Timeout = Timeout.InfiniteTimeSpan };
        Pipeline = new HttpClientTransport(_client);
    }

    public HttpPipelineTransport Pipeline { get; }

    public static AzureTransport Public() => new(new SocketsHttpHandler(), handler => handler);

    /// <summary>
    /// To one server of this machine, whatever host a call is to: some of Azure's services have a host for each resource, and behind a
    /// rehearsal nothing leads into the world.
    /// </summary>
    /// <param name="certificate">Exactly the server's; who signed it does not matter.</param>
    /// <param name="around">What each call goes through before it is sent; nothing by default.</param>
    public static AzureTransport Pinned(
        Uri server, X509Certificate2 certificate, Func<HttpMessageHandler, HttpMessageHandler>? around = null) =>
        new(Trusting(server, certificate), around ?? (handler => handler));

    /// <summary>To one server of this machine, whatever host a call is to, which shows exactly this certificate.</summary>
    public static SocketsHttpHandler Trusting(Uri server, X509Certificate2 certificate)
    {
        var pin = certificate.GetCertHash(HashAlgorithmName.SHA256);
        return new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = (_, cancellation) => ConnectAsync(server, cancellation),
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, shown, _, _) =>
                    shown is not null && CryptographicOperations.FixedTimeEquals(shown.GetCertHash(HashAlgorithmName.SHA256), pin),
            },
        };
    }

    public void Dispose() => _client.Dispose();

    private static async ValueTask<Stream> ConnectAsync(Uri server, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(server.Host, server.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
