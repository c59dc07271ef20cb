using ReleaseInfra.Rehearsal.Clocks;

namespace ReleaseInfra.Cli.Rehearse.Inside;

/// <summary>While a call is under way, the rehearsal's clock goes at the machine's speed: no network is faster for a compressed clock.</summary>
internal sealed class WorkingHandler(CompressedTime time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var working = time.Working();
        var response = await base.SendAsync(request, cancellationToken);
        // An answer has not come before all of it has: what is read of it later takes no time.
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        return response;
    }
}
