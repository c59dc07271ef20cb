using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Settings;

/// <summary>Only what asks and changes nothing: a smoke test runs again whenever a release is resumed.</summary>
public enum SmokeMethod
{
    Get,
    Head,
}

/// <summary>A request to a new version, and the answer that it must give.</summary>
/// <param name="Path">From the root, with its query.</param>
/// <param name="Status">HTTP, 200..599; redirects are not followed.</param>
/// <param name="Headers">Of the answer.</param>
/// <param name="BodyHolds">Empty for any body.</param>
public sealed record SmokeTestSettings(
    SmokeMethod Method,
    string Path,
    int Status,
    ImmutableSortedDictionary<string, string> Headers,
    string BodyHolds,
    TimeSpan Within)
{
    /// <summary>As it is written: <c>GET /api/version</c>.</summary>
    public string Request => $"{(Method == SmokeMethod.Get ? "GET" : "HEAD")} {Path}";
}
