using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ReleaseInfra.Rehearsal.Arm.Calls;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Arm.Http;

namespace ReleaseInfra.Rehearsal.Arm;

/// <summary>Azure Resource Manager, and the query services beside it, on this machine alone: an embedded Azure in Azure's wire format.</summary>
/// <remarks>Servers share nothing. Disposing one ends its calls under way, and leaves the embedded Azure open.</remarks>
public sealed class ArmServer : IAsyncDisposable
{
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(2);

    private readonly WebApplication _application;
    private readonly CancellationTokenSource _stopping;
    private readonly X509Certificate2 _identity;
    private int _disposed;

    private ArmServer(
        WebApplication application, CancellationTokenSource stopping, X509Certificate2 identity, BearerToken token, ArmFaults faults, Uri endpoint)
    {
        (_application, _stopping, _identity) = (application, stopping, identity);
        Token = token.Value;
        Certificate = X509CertificateLoader.LoadCertificate(identity.RawData);
        Faults = faults;
        Endpoint = endpoint;
    }

    /// <summary>As in <c>https://127.0.0.1:40123/</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>The bearer token that every call needs; random, and nowhere but here.</summary>
    public string Token { get; }

    /// <summary>What a client pins, by its thumbprint: nobody else has signed it. The private key is not in it.</summary>
    public X509Certificate2 Certificate { get; }

    public ArmFaults Faults { get; }

    public static async Task<ArmServer> StartAsync(EmbeddedAzure azure, ArmServerOptions options, CancellationToken cancellation)
    {
        var identity = ServerCertificate.Make(options.Time.GetUtcNow());
        var stopping = new CancellationTokenSource();
        var (world, faults) = (new ArmWorld(azure, options), new ArmFaults());
        var pipeline = new ArmPipeline(
            ArmCalls.Over(world), world.Token, faults, new Throttle(options.Time), options.Time, stopping.Token);
        var application = Build(identity, pipeline);
        try
        {
            await application.StartAsync(cancellation);
            var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
            return new ArmServer(application, stopping, identity, world.Token, faults, new Uri(address));
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

    private static WebApplication Build(X509Certificate2 identity, ArmPipeline pipeline)
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
        application.Run(pipeline.HandleAsync);
        return application;
    }
}
