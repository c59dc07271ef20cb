using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace ReleaseInfra.Rehearsal.Ingress;

internal static class AnswerHead
{
    public static void Relay(HttpResponseMessage answer, HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = (int)answer.StatusCode;
        context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = answer.ReasonPhrase;
        var hop = new HopByHop(answer.Headers.NonValidated.TryGetValues("Connection", out var named) ? named.ToString() : StringValues.Empty);
        Relay(answer.Headers.NonValidated, hop, response);
        Relay(answer.Content.Headers.NonValidated, hop, response);
    }

    private static void Relay(HttpHeadersNonValidated headers, HopByHop hop, HttpResponse response)
    {
        foreach (var (name, values) in headers)
        {
            // Whoever reads our header relies on no version having written it.
            if (!hop.Has(name) && !name.Equals(OwnAnswer.Header, StringComparison.OrdinalIgnoreCase))
                response.Headers[name] = values.Count == 1 ? values.ToString() : new StringValues([.. values]);
        }
    }
}
