using System.Net;

namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>The process behind a version.</summary>
/// <param name="Version">A revision's full name, as in <c>app-web-stg--green-v1-2-3</c>.</param>
/// <param name="Address">Port 0 for a version without a process: each request to it is answered 503.</param>
public sealed record Backend(string Version, IPEndPoint Address)
{
    public BackendFault Fault { get; init; } = BackendFault.None;
}
