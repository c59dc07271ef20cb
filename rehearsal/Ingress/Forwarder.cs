using Microsoft.AspNetCore.Http;

namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>Carries one request to a version's process, and its answer back.</summary>
internal sealed class Forwarder(Upstream upstream)
{
    public async Task<Passed> ForwardAsync(HttpContext context, string origin, SilenceLimit silence)
    {
        var request = new IncomingRequest(context, silence);
        HttpResponseMessage answer;
        try
        {
            answer = await upstream.SendAsync(request, origin, silence.Token);
        }
        catch (HttpRequestException) when (request.IsCutOff)
        {
            return Abandoned(context);
        }
        catch (HttpRequestException unreachable) when (unreachable.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return await OwnAnswer.NoReplica.WriteAsync(context);
        }
        catch (HttpRequestException)
        {
            return await OwnAnswer.Broken.WriteAsync(context);
        }

        using (answer)
            return await RelayAsync(answer, request, context, silence);
    }

    /// <summary>The client must not take what it has for a whole answer, so the connection goes.</summary>
    public static Passed Abandoned(HttpContext context)
    {
        context.Abort();
        return Passed.Abandoned;
    }

    private static async Task<Passed> RelayAsync(HttpResponseMessage answer, IncomingRequest request, HttpContext context, SilenceLimit silence)
    {
        AnswerHead.Relay(answer, context);
        var passed = new Passed((int)answer.StatusCode);
        try
        {
            if (passed.Status == StatusCodes.Status101SwitchingProtocols && request.Upgrade is { } upgrade)
            {
                context.Response.Headers.Upgrade = answer.Headers.Upgrade.ToString();
                await Tunnel.RelayAsync(upgrade, answer, silence);
                return passed;
            }

            await using var body = await answer.Content.ReadAsStreamAsync(silence.Token);
            await BodyRelay.CopyAsync(body, context.Response.Body, silence, () => context.Response.Body.FlushAsync(silence.Token));
            return passed;
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException or OperationCanceledException)
        {
            context.Abort();
            return passed with { IsBroken = true };
        }
    }
}
