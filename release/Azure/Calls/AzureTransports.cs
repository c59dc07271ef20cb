using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;

namespace ReleaseInfra.Cli.Azure.Calls;

/// <summary>Connections to one endpoint.</summary>
internal sealed class AzureTransports : IDisposable
{
    // DNS may move; a connection that lived for ever would not follow.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly HttpClient _kept;
    private readonly HttpClient _single;

    private AzureTransports(Func<SocketsHttpHandler> handler)
    {
        _kept = Client(handler(), ConnectionLifetime);
        // A kept connection that the other side has closed makes .NET send a request again by itself, a POST without
        // a body too. A connection that was never used before does not.
        _single = Client(handler(), TimeSpan.Zero);
        (Repeatable, Once) = (new HttpClientTransport(_kept), new HttpClientTransport(_single));
    }

    public HttpPipelineTransport Repeatable { get; }

    public HttpPipelineTransport Once { get; }

    public static AzureTransports Public() => new(() => new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>To exactly the server that has this certificate; who signed it does not matter.</summary>
    public static AzureTransports Pinned(X509Certificate2 certificate)
    {
        var pin = certificate.GetCertHash(HashAlgorithmName.SHA256);
        return new AzureTransports(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, shown, _, _) =>
                    shown is not null && CryptographicOperations.FixedTimeEquals(shown.GetCertHash(HashAlgorithmName.SHA256), pin),
            },
        });
    }

    public void Dispose()
    {
        _kept.Dispose();
        _single.Dispose();
    }

    private static HttpClient Client(SocketsHttpHandler handler, TimeSpan lifetime)
    {
        handler.PooledConnectionLifetime = lifetime;
        handler.UseCookies = false;
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
