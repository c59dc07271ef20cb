using Microsoft.AspNetCore.Http.Features;

namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>A connection that has been upgraded: bytes both ways, until either side ends.</summary>
internal static class Tunnel
{
    public static async Task RelayAsync(IHttpUpgradeFeature upgrade, HttpResponseMessage answer, SilenceLimit silence)
    {
        await using var client = await upgrade.UpgradeAsync();
        await using var version = await answer.Content.ReadAsStreamAsync(silence.Token);
        var (up, down) = (BodyRelay.CopyAsync(client, version, silence), BodyRelay.CopyAsync(version, client, silence));
        var first = await Task.WhenAny(up, down);
        // Neither may still use its streams once this request is over.
        silence.End();
        await Task.WhenAll(up, down).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
    }
}
