using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Azure.Sites;
using ReleaseInfra.Domain.Drift;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Drift;

/// <summary>Reads what is expected, as Azure has it, and what else stands beside it.</summary>
internal sealed class LiveReader(IAzure azure, AzureGroup group)
{
    private const string Docker = "DOCKER|";

    /// <exception cref="Azure.Failures.AzureFailure">Azure gave something other than an answer.</exception>
    public async Task<LiveEnvironment> ReadAsync(
        ExpectedEnvironment expected, IProgress<string> progress, CancellationToken cancellation)
    {
        var apps = ImmutableArray.CreateBuilder<LiveApp>();
        var jobs = ImmutableArray.CreateBuilder<LiveJob>();
        var sites = ImmutableArray.CreateBuilder<LiveSite>();
        // One after the other: a handful of calls, and Azure counts them.
        foreach (var service in expected.Services)
        {
            progress.Report(service.Resource);
            switch (service)
            {
                case ExpectedBlueGreenApp or ExpectedWorker:
                    apps.AddIfThere(await AppAsync(group.ContainerApp(service.Name), cancellation));
                    break;
                case ExpectedJob:
                    jobs.AddIfThere(await JobAsync(group.Job(service.Name), cancellation));
                    break;
                case ExpectedSite:
                    sites.AddIfThere(await SiteAsync(group.Site(service.Name), cancellation));
                    break;
            }
        }

        return new LiveEnvironment(apps.ToImmutable(), jobs.ToImmutable(), sites.ToImmutable(), await OthersAsync(cancellation));
    }

    private async Task<LiveApp?> AppAsync(AzureId id, CancellationToken cancellation)
    {
        if (await azure.ContainerApps.FindAsync(id, cancellation) is not { } app)
            return null;
        var revisions = await azure.Revisions.ListAsync(id, cancellation);
        return new LiveApp(
            app.Name,
            app.Mode,
            Images(app.Containers),
            [.. TrafficOf(app).Select(row => Row(app, row))],
            [.. revisions.Select(revision => new LiveRevision(revision.Name, revision.Active, Images(revision.Containers)))]);
    }

    private async Task<LiveJob?> JobAsync(AzureId id, CancellationToken cancellation) =>
        await azure.Jobs.FindAsync(id, cancellation) is { } job ? new LiveJob(job.Name, Images(job.Containers)) : null;

    private async Task<LiveSite?> SiteAsync(AzureId id, CancellationToken cancellation)
    {
        if (await azure.Sites.FindAsync(id, cancellation) is not { } site)
            return null;
        var slots = await azure.Sites.SlotsAsync(id, cancellation);
        return new LiveSite(
            site.Name,
            Image(site),
            [.. site.RampUp.Select(rule => new LiveRampUp(rule.Name, rule.Percent))],
            [.. slots.Select(slot => new LiveSlot(slot.Name, Image(slot)))]);
    }

    private async Task<ImmutableArray<LiveResource>> OthersAsync(CancellationToken cancellation)
    {
        var found = await azure.ResourceGraph.ListAsync(group, AzureTypes.All, cancellation);
        return [.. found.Select(resource => new LiveResource(TypeOf(resource), resource.Name))];
    }

    /// <summary>In our spelling: the graph keeps types in lower case.</summary>
    private static string TypeOf(FoundResource resource) =>
        AzureTypes.All.First(type => type.Equals(resource.Type, StringComparison.OrdinalIgnoreCase));

    /// <summary>Traffic that is not stated goes to the latest revision.</summary>
    private static ImmutableArray<TrafficEntry> TrafficOf(ContainerAppState app) =>
        app is { Traffic: [], Host: not null } ? [new TrafficEntry(new LatestRevision(), 100, null)] : app.Traffic;

    private static LiveTraffic Row(ContainerAppState app, TrafficEntry row) => row.Target switch
    {
        NamedRevision named => new LiveTraffic(named.Name, null, row.Weight, row.Label),
        LatestRevision => new LiveTraffic(app.LatestReadyRevision, "latest revision", row.Weight, row.Label),
        _ => new LiveTraffic(null, $"label {row.Label}", row.Weight, row.Label),
    };

    private static ImmutableArray<LiveImage> Images(ImmutableArray<ContainerState> containers) =>
        [.. containers.Select(container => new LiveImage(container.Image, container.Variables.GetValueOrDefault(ReservedVariables.ReleaseTag)))];

    // A site's variables are read by whoever may change it; a look needs no such right, and does without the tag.
    private static LiveImage? Image(SiteState site) => site.Runs is { } runs
        ? new LiveImage(runs.StartsWith(Docker, StringComparison.OrdinalIgnoreCase) ? runs[Docker.Length..] : runs, null)
        : null;
}
