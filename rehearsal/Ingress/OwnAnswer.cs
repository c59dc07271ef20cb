using Microsoft.AspNetCore.Http;

namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>What the ingress itself answers where no version did; the header is ours, since Azure has none that tells.</summary>
public sealed record OwnAnswer
{
    /// <summary>On these answers alone: it is taken off what versions answer.</summary>
    public const string Header = "x-ms-ingress";

    private OwnAnswer(int status, string reason, string text) => (Status, Reason, Text) = (status, reason, text);

    public int Status { get; }

    /// <summary>The header's value.</summary>
    public string Reason { get; }

    private string Text { get; }

    internal static OwnAnswer NoRoute { get; } =
        new(StatusCodes.Status404NotFound, "no-route", "No app, revision or label has this host name.\n");

    internal static OwnAnswer NoReplica { get; } =
        new(StatusCodes.Status503ServiceUnavailable, "no-replica", "No replica of the version could be reached.\n");

    /// <summary>503, as Envoy answers where the connection ends before the answer.</summary>
    internal static OwnAnswer Broken { get; } =
        new(StatusCodes.Status503ServiceUnavailable, "upstream-broken", "The version broke the connection off before it answered.\n");

    internal static OwnAnswer TimedOut { get; } =
        new(StatusCodes.Status504GatewayTimeout, "upstream-broken", "The version did not answer in time.\n");

    internal async Task<Passed> WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.Headers[Header] = Reason;
        context.Response.ContentType = "text/plain";
        // Without the client's token: that it has gone is no other ending of the request.
        await context.Response.WriteAsync(Text);
        return new Passed(Status);
    }
}
