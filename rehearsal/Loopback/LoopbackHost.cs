using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ReleaseInfra.Rehearsal.Arm;

namespace ReleaseInfra.Rehearsal.Loopback;

/// <summary>HTTPS on 127.0.0.1, at a port of the system's choice, with a certificate of its own. Disposing it ends its calls under way.</summary>
internal sealed class LoopbackHost : IAsyncDisposable
{
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(2);

    private readonly WebApplication _application;
    private readonly CancellationTokenSource _stopping;
    private readonly X509Certificate2 _identity;
    private int _disposed;

    private LoopbackHost(WebApplication application, CancellationTokenSource stopping, X509Certificate2 identity, Uri endpoint)
    {
        (_application, _stopping, _identity, Endpoint) = (application, stopping, identity, endpoint);
        Certificate = X509CertificateLoader.LoadCertificate(identity.RawData);
    }

    public Uri Endpoint { get; }

    /// <summary>Without the private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <param name="handler">Given what is cancelled when the host stops.</param>
    /// <param name="now">Around which the certificate is valid.</param>
    public static async Task<LoopbackHost> StartAsync(
        Func<CancellationToken, RequestDelegate> handler, DateTimeOffset now, CancellationToken cancellation)
    {
        var identity = ServerCertificate.Make(now);
        var stopping = new CancellationTokenSource();
        var application = Build(identity, handler(stopping.Token));
        try
        {
            await application.StartAsync(cancellation);
            var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
            return new LoopbackHost(application, stopping, identity, new Uri(address));
        }
        catch
        {
            await application.DisposeAsync();
            stopping.Dispose();
            identity.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;

        await _stopping.CancelAsync();
        // By the machine's clock: the server's own may be one that stands still.
        using (var deadline = new CancellationTokenSource(StopsWithin))
            await _application.StopAsync(deadline.Token);
        await _application.DisposeAsync();
        _stopping.Dispose();
        _identity.Dispose();
        Certificate.Dispose();
    }

    private static WebApplication Build(X509Certificate2 identity, RequestDelegate handler)
    {
        // The empty builder reads no files and no variables, and logs nothing: nobody's settings reach a rehearsal.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, OwnedByItsCaller>();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                // A connection that is reset is then one call that is lost.
                listen.Protocols = HttpProtocols.Http1;
                listen.UseHttps(identity);
            });
        });
        var application = builder.Build();
        application.Run(handler);
        return application;
    }
}
