using System.Collections.Immutable;

namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>No host stands in two routes.</summary>
public sealed record RouteTable(ImmutableArray<Route> Routes)
{
    public static RouteTable Empty { get; } = new([]);
}
