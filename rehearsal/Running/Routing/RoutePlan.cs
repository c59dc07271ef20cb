using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Ingress;
using ReleaseInfra.Rehearsal.Running.Versions;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.Running.Routing;

/// <summary>What the ingress has to do, as Azure's state says it.</summary>
internal sealed record RoutePlan(RouteTable Table, ImmutableArray<ServedHost> Hosts)
{
    public static RoutePlan Empty { get; } = new(RouteTable.Empty, []);

    /// <param name="behind">The process at a place; at port 0 where there is none.</param>
    public static RoutePlan Of(AzureState state, Func<Place, Backend> behind)
    {
        PlannedRoute[] planned = [.. AppRoutes.Of(state, behind), .. SiteRoutes.Of(state, behind)];
        return new RoutePlan(
            new RouteTable([.. planned.Select(plan => plan.Route)]),
            [.. planned.SelectMany(plan => plan.Route.Hosts.Select(host => new ServedHost(plan.Route.App, host, plan.Version)))]);
    }
}

/// <param name="Version">As in <see cref="ServedHost.Version"/>.</param>
internal sealed record PlannedRoute(Route Route, string? Version)
{
    public static PlannedRoute Split(string app, string host, IEnumerable<Share> shares) => new(new Route(app, [host], [.. shares]), null);

    public static PlannedRoute To(string app, string host, Backend backend) =>
        new(new Route(app, [host], [new Share(backend, 100)]), backend.Version);
}
