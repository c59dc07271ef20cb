using System.Net;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ReleaseInfra.Rehearsal.Arm;

namespace ReleaseInfra.Rehearsal.Sample;

/// <summary>The application that a rehearsal runs where nobody brings one. A program of its own, in a process of its own.</summary>
public static class SampleApp
{
    /// <summary>For requests under way; the ingress gives those that it knows of their time before.</summary>
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(25);

    /// <summary>Until SIGTERM, or until its input ends: whoever started it holds that, and is gone then.</summary>
    /// <param name="environment">
    /// <c>PORT</c>; <c>HEALTH_PATH</c>, where it is another than <c>/api/health</c>; <c>RELEASE_TAG</c> and what says its version.
    /// </param>
    /// <param name="input">The process's standard input.</param>
    /// <param name="time">Paces what is answered slowly.</param>
    /// <exception cref="RehearsalException">There is no <c>PORT</c>, or it is no port.</exception>
    public static async Task RunAsync(
        IReadOnlyDictionary<string, string> environment, Stream input, TimeProvider time, CancellationToken cancellation)
    {
        var identity = SampleIdentity.Of(environment);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => End(signal, ending));
        // Ctrl-C is for whoever carries the release out, and who still needs this until it has ended in good order.
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);

        await using var application = Build(identity, new SampleEndpoints(identity, time));
        await application.StartAsync(ending.Token);
        try
        {
            await UntilEndedAsync(input, ending.Token);
        }
        catch (OperationCanceledException)
        {
            // Asked to end.
        }

        using var deadline = new CancellationTokenSource(StopsWithin, time);
        await application.StopAsync(deadline.Token);
    }

    private static WebApplication Build(SampleIdentity identity, SampleEndpoints endpoints)
    {
        // The empty builder reads no files and no variables, and logs nothing: it is there in a fraction of the time.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, OwnedByItsCaller>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopsWithin);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, identity.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var application = builder.Build();
        application.UseWebSockets();
        application.Run(endpoints.AnswerAsync);
        return application;
    }

    private static void End(PosixSignalContext signal, CancellationTokenSource ending)
    {
        signal.Cancel = true;
        ending.Cancel();
    }

    private static async Task UntilEndedAsync(Stream input, CancellationToken cancellation)
    {
        var ignored = new byte[256];
        // A read of the standard input cannot be called off everywhere; then it ends with the process.
        while (await input.ReadAsync(ignored, cancellation).AsTask().WaitAsync(cancellation) > 0)
        {
        }
    }
}
