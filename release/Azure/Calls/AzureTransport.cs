using System.Net.Security;
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

    private AzureTransport(SocketsHttpHandler handler)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.PooledConnectionLifetime = ConnectionLifetime;
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        Pipeline = new HttpClientTransport(_client);
    }

    public HttpPipelineTransport Pipeline { get; }

    public static AzureTransport Public() => new(new SocketsHttpHandler());

    /// <summary>To exactly the server that has this certificate; who signed it does not matter.</summary>
    public static AzureTransport Pinned(X509Certificate2 certificate)
    {
        var pin = certificate.GetCertHash(HashAlgorithmName.SHA256);
        return new AzureTransport(new SocketsHttpHandler
        {
            UseProxy = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, shown, _, _) =>
                    shown is not null && CryptographicOperations.FixedTimeEquals(shown.GetCertHash(HashAlgorithmName.SHA256), pin),
            },
        });
    }

    public void Dispose() => _client.Dispose();
}
