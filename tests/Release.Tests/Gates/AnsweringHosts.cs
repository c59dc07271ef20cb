using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ReleaseInfra.Release.Tests.Gates;

/// <summary>One server for any host, that answers as a test says.</summary>
internal sealed class AnsweringHosts : IAsyncDisposable
{
    private readonly WebApplication _application;

    private AnsweringHosts(WebApplication application) => _application = application;

    public IPEndPoint Address
    {
        get
        {
            var address = _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
            return new IPEndPoint(IPAddress.Loopback, new Uri(address).Port);
        }
    }

    /// <param name="certificate">For TLS; null for none.</param>
    public static async Task<AnsweringHosts> StartAsync(RequestDelegate answer, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback,
            0,
            listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                if (certificate is not null)
                    listen.UseHttps(certificate);
            }));
        var application = builder.Build();
        application.Run(answer);
        await application.StartAsync();
        return new AnsweringHosts(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
