using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Release.Tests.Gates;

namespace ReleaseInfra.Release.Tests.Runs.Scenes;

/// <summary>What runs in the revisions and sites of a scene: it answers at each one's own host, as the test says.</summary>
internal sealed class SceneApps : IRevisionHealth, IAsyncDisposable
{
    private const int Tls = 443;

    private readonly X509Certificate2 _certificate = MakeCertificate();
    private AnsweringHosts? _hosts;
    private AnsweringHosts? _secure;

    /// <summary>HTTP, by host; 0 for a connection that is closed.</summary>
    public Func<string, int> Status { get; set; } = _ => 200;

    public Func<string, string> Body { get; set; } = _ => """{"status":"ok"}""";

    /// <summary>What Azure's own probes say of a new revision, by its name.</summary>
    public Func<string, RevisionHealth> Probes { get; set; } = _ => RevisionHealth.Healthy;

    /// <summary>Of each replica, by its revision's name.</summary>
    public Func<string, int> Restarts { get; set; } = _ => 0;

    /// <summary>Why Azure cannot provision a revision; null where it can.</summary>
    public Func<string, string?> Error { get; set; } = _ => null;

    public async Task StartAsync() => (_hosts, _secure) =
        (await AnsweringHosts.StartAsync(AnswerAsync), await AnsweringHosts.StartAsync(AnswerAsync, _certificate));

    /// <summary>To here, whatever the host's name.</summary>
    public SocketsHttpHandler Connect() => new()
    {
        UseProxy = false,
        ConnectCallback = async (connection, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync((connection.DnsEndPoint.Port == Tls ? _secure : _hosts)!.Address, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == _certificate.Thumbprint },
    };

    public RevisionHealth Of(string appId, Revision revision) => Probes(revision.Name);

    public int RestartsOf(string appId, Revision revision) => Restarts(revision.Name);

    public string? ErrorOf(string appId, Revision revision) => Error(revision.Name);

    public async ValueTask DisposeAsync()
    {
        foreach (var hosts in new[] { _hosts, _secure }.OfType<AnsweringHosts>())
            await hosts.DisposeAsync();
        _certificate.Dispose();
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=a scene", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(Scene.Start.AddYears(-10), Scene.Start.AddYears(10));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var host = context.Request.Host.Host;
        if (Status(host) is 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = Status(host);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Body(host), context.RequestAborted);
    }
}
