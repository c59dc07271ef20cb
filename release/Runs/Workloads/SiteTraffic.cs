using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Azure.Sites;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Runs.Workloads;

/// <summary>A site's ramp-up rules as traffic: what no rule leads elsewhere stays with the site, which is blue.</summary>
internal sealed class SiteTraffic(ISites sites, AzureName name) : ITraffic
{
    private static readonly string Blue = Slot.Blue.Name();
    private static readonly string Green = Slot.Green.Name();

    /// <param name="green">Percent.</param>
    public static ImmutableArray<TrafficEntry> Rows(int green) =>
        [new TrafficEntry(new NamedRevision(Blue), 100 - green, null), new TrafficEntry(new NamedRevision(Green), green, null)];

    /// <remarks>A rule's fraction of a percent, which nothing here writes, is rounded.</remarks>
    public async Task<ImmutableArray<TrafficEntry>> GetAsync(AzureId app, CancellationToken cancellation)
    {
        if (await sites.FindAsync(app, cancellation) is not { } site)
            throw ReleaseFailure.NoSite(name.Value);
        ImmutableArray<TrafficEntry> led =
            [.. site.RampUp.Select(rule => new TrafficEntry(new NamedRevision(rule.Name), (int)Math.Round(rule.Percent), null))];
        return [new TrafficEntry(new NamedRevision(Blue), 100 - led.Sum(row => row.Weight), null), .. led];
    }

    public Task SetAsync(AzureId app, ImmutableArray<TrafficEntry> entries, CancellationToken cancellation)
    {
        var green = entries.Where(entry => entry.Target is NamedRevision named && named.Name == Green).Sum(entry => entry.Weight);
        return sites.SetRampUpAsync(app, RulesOf(green), cancellation);
    }

    // As the program declares them: no rule at 0, since with one a visitor's cookie would still lead to green.
    private ImmutableArray<RampUpRule> RulesOf(int green) =>
        green == 0 ? [] : [new RampUpRule(Green, $"{name}-{Green}.azurewebsites.net", green)];
}
