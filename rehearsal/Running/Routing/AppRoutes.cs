using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Ingress;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Running.Versions;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.Running.Routing;

/// <summary>A container app's hosts: its own by the weights, and one for each active revision and each label.</summary>
internal static class AppRoutes
{
    public static IEnumerable<PlannedRoute> Of(AzureState state, Func<Place, Backend> behind) => state.OfType(AppInputs.Type)
        .Where(app => new AppInputs(app).HasIngress)
        .SelectMany(app => Of(app, state.Apps[app.Id], behind));

    private static IEnumerable<PlannedRoute> Of(AzureResource app, ContainerAppState revisions, Func<Place, Backend> behind)
    {
        var (hosts, traffic) = (new AppHosts(app), TrafficTable.Of(app, revisions));
        Backend Behind(string revision) => behind(new Place.OfRevision(app.Id, revision));

        // An inactive revision keeps its weight: as on Azure, its share of the requests finds nobody.
        var weighed = traffic.GroupBy(share => share.Revision, StringComparer.OrdinalIgnoreCase);
        yield return PlannedRoute.Split(
            app.AzureName, hosts.App, weighed.Select(shares => new Share(Behind(shares.Key), shares.Sum(share => share.Weight))));
        foreach (var revision in revisions.Revisions.Where(revision => revision.Active))
            yield return PlannedRoute.To(app.AzureName, hosts.Revision(revision.Name), Behind(revision.Name));
        foreach (var share in traffic)
        {
            // Not of an inactive revision: it would seem to be served for as long as it holds its label.
            if (share.Label is { } label && revisions.Find(share.Revision) is { Active: true })
                yield return PlannedRoute.To(app.AzureName, hosts.Label(label), Behind(share.Revision));
        }
    }
}
