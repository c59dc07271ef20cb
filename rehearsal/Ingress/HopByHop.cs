using System.Collections.Frozen;
using Microsoft.Extensions.Primitives;

namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>Headers of one connection, which the other side's never sees: the known ones, and those that its own header names.</summary>
internal readonly struct HopByHop(StringValues connection)
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade");

    /// <summary>Null where it names none that is not known anyway.</summary>
    private readonly string[]? _named = Named(connection);

    public bool Has(string header) =>
        Known.Contains(header) || (_named is not null && Array.Exists(_named, name => name.Equals(header, StringComparison.OrdinalIgnoreCase)));

    private static string[]? Named(StringValues connection)
    {
        if (StringValues.IsNullOrEmpty(connection) || connection is ["close" or "keep-alive" or "Upgrade"])
            return null;
        return connection.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
