using Pulumi;

namespace ReleaseInfra.Infra.Redis;

/// <summary>A cache of either kind, for those who use it.</summary>
/// <param name="Url">Secret; begins with <c>rediss:</c>, since neither kind is reached without TLS.</param>
/// <param name="PrivateLink">What a private endpoint to it needs to know.</param>
public sealed record CacheEndpoint(Output<string> Id, Output<string> Url, Network.PrivateLinkKind PrivateLink);
