using Microsoft.AspNetCore.Http;

namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>A request's way: host, version, fault, process, and what is told of it.</summary>
internal sealed class IngressPipeline(IngressOptions options, Routing routing, Sidecar sidecar, Forwarder forwarder, CancellationToken stopping)
{
    public async Task HandleAsync(HttpContext context)
    {
        var host = HostName(context.Request.Headers.Host.ToString());
        // A tunnel through the ingress is nothing that Envoy offers, and no version could answer it.
        switch (HttpMethods.IsConnect(context.Request.Method) ? Destination.Nowhere : routing.Enter(host))
        {
            case Destination.OfVersion version:
                try
                {
                    await SeenAsync(context, version.App, version.Backend.Version, () => PassAsync(context, version));
                }
                finally
                {
                    routing.Leave(version);
                }

                return;
            case Destination.Unserved(var app):
                await SeenAsync(context, app, "", () => OwnAnswer.NoReplica.WriteAsync(context));
                return;
            default:
                await OwnAnswer.NoRoute.WriteAsync(context);
                return;
        }
    }

    private async Task SeenAsync(HttpContext context, string app, string version, Func<Task<Passed>> pass)
    {
        var (at, start) = (options.Time.GetUtcNow(), options.Watch.GetTimestamp());
        var passed = await pass();
        var host = HostName(context.Request.Headers.Host.ToString()).ToString();
        options.Observer.Saw(new SeenRequest(
            app, version, host, context.Request.Path.Value ?? "", at, options.Watch.GetElapsedTime(start), passed.Status, passed.IsOfFault)
        {
            IsBroken = passed.IsBroken,
        });
    }

    private async Task<Passed> PassAsync(HttpContext context, Destination.OfVersion version)
    {
        using var silence = new SilenceLimit(options.RequestTimeout, options.Watch, context.RequestAborted, stopping);
        try
        {
            if (await sidecar.AnswerAsync(context, version.Backend.Fault, silence.Token) is { } answered)
                return answered;
            if (version.Backend.Address.Port == 0)
                return await OwnAnswer.NoReplica.WriteAsync(context);
            return await forwarder.ForwardAsync(context, version.Origin, silence);
        }
        catch (OperationCanceledException) when (!context.Response.HasStarted)
        {
            return IsOver(context) ? Forwarder.Abandoned(context) : await OwnAnswer.TimedOut.WriteAsync(context);
        }
    }

    private bool IsOver(HttpContext context) => context.RequestAborted.IsCancellationRequested || stopping.IsCancellationRequested;

    private static ReadOnlySpan<char> HostName(string host)
    {
        var port = host.LastIndexOf(':');
        return port < 0 ? host : host.AsSpan(0, port);
    }
}
