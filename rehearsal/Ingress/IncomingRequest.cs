using System.Collections.Frozen;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>A client's request, as often as it may be sent on.</summary>
internal sealed class IncomingRequest(HttpContext context, SilenceLimit silence)
{
    /// <summary>Neither unescaped nor shortened: the target reaches the version as it was written.</summary>
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>By us, or by the body itself.</summary>
    private static readonly FrozenSet<string> StatedAnew = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Host", "Content-Length", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Request-ID");

    private readonly RelayedBody? _body =
        context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true } ? new RelayedBody(context.Request, silence) : null;

    /// <summary>Null unless the client asks for another protocol on this connection.</summary>
    public IHttpUpgradeFeature? Upgrade { get; } =
        context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } upgrade ? upgrade : null;

    public bool IsCutOff => _body is { IsCutOff: true };

    /// <summary>Sent twice it does what it does once, and nothing of it was used up by sending it.</summary>
    public bool CanRepeat => _body is null
        && context.Request.Method is "GET" or "HEAD" or "OPTIONS" or "TRACE" or "PUT" or "DELETE";

    public HttpRequestMessage To(string origin)
    {
        var request = context.Request;
        var outgoing = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(origin + Target(), AsWritten))
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = _body,
        };
        var hop = new HopByHop(request.Headers.Connection);
        foreach (var (name, values) in request.Headers)
        {
            if (!hop.Has(name) && !StatedAnew.Contains(name))
                Add(outgoing, name, values);
        }

        outgoing.Headers.Host = request.Headers.Host;
        AddForwarded(outgoing);
        if (Upgrade is not null)
        {
            Add(outgoing, "Connection", "Upgrade");
            Add(outgoing, "Upgrade", request.Headers.Upgrade);
        }

        return outgoing;
    }

    /// <summary>The client's own word on the protocol and the id is overwritten, that on the addresses before it is added to.</summary>
    private void AddForwarded(HttpRequestMessage outgoing)
    {
        var client = context.Connection.RemoteIpAddress?.ToString() ?? "";
        var before = context.Request.Headers["X-Forwarded-For"];
        Add(outgoing, "X-Forwarded-For", StringValues.IsNullOrEmpty(before) ? client : $"{before}, {client}");
        // Azure's clients come by TLS, which ends at the ingress: an app that insists on it must find it so here.
        Add(outgoing, "X-Forwarded-Proto", "https");
        Add(outgoing, "X-Forwarded-Host", context.Request.Headers.Host);
        Add(outgoing, "X-Request-ID", Guid.NewGuid().ToString());
    }

    private string Target()
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return raw.StartsWith('/') ? raw : context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent();
    }

    private static void Add(HttpRequestMessage outgoing, string name, StringValues values)
    {
        if (outgoing.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            return;
        outgoing.Content ??= new NoBody();
        outgoing.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
    }
}
