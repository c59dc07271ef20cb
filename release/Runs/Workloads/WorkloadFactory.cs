using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Azure.Sessions;
using ReleaseInfra.Cli.Proofs;
using ReleaseInfra.Cli.Runs.Gates;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Proofs;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Runs.Workloads;

/// <summary>The services of a release as their hosts let them be released, and where their traffic stands.</summary>
internal sealed class WorkloadFactory(AzureSession session, EnvironmentSettings settings, ReleaseConfiguration written, TimeProvider time)
{
    private readonly AzureNames _names = settings.Names();

    private IAzure Azure => session.Azure;

    private VersionFactsReader Versions => new(Azure.Images, Azure.Secrets);

    /// <returns>In the order of the course's members.</returns>
    public ImmutableArray<IWorkload> Of(ReleaseStanding standing) =>
        [.. standing.Began.Services.Select(service => Of(service, standing))];

    private IWorkload Of(ReleasedService moved, ReleaseStanding standing)
    {
        var targets = new RollbackTargets(settings, _names, session.Group, migrates: standing.Began.Course.Migrates);
        return (settings.Services[moved.Service], moved.Slot) switch
        {
            (ContainerAppSettings app, { } slot) => Weighed(app.Name, Revisions(app, slot, targets), standing),
            (AppServiceSettings site, { } slot) => Weighed(site.Name, Slots(site, slot, targets), standing),
            (ContainerAppSettings worker, null) => InPlace(worker, moved, targets, token => LatestAsync(AppOf(worker), token)),
            (AppServiceSettings site, null) => InPlace(site, moved, targets, token => RunningAsync(SiteOf(site), token)),
            _ => throw new InvalidOperationException($"{moved.Service} is hosted in a way that is not known."),
        };
    }

    private AppRevisions Revisions(ContainerAppSettings app, Slot slot, RollbackTargets targets)
    {
        var (name, slots) = (_names.ContainerApp(app.Name), written.Slots(app.Name));
        var back = targets.Revision(app, AppRevisions.NameOf(name, slots, slot.Other()));
        var facts = new RollbackFactsReader(Azure.ContainerApps, Azure.Revisions, new LoadReader(Azure.Metrics, time), Versions);
        return new AppRevisions(Azure, name, slots, slot, back, facts);
    }

    private SiteSlots Slots(AppServiceSettings site, Slot slot, RollbackTargets targets) => new(
        Azure.Sites,
        SiteOf(site),
        _names.Site(site.Name),
        written.Slots(site.Name),
        slot,
        async token => session.Probes is { } probes
            ? SiteRollbackProof.Judge(await new SiteFactsReader(Azure.Sites, probes.Client, Versions, probes.Scheme)
                .ReadAsync(targets.Site(site, slot.Other()), token))
            : new RollbackUnproved([new Unknown($"{site.Name}: {Asking.Nobody}.")]));

    private InPlaceWorkload InPlace(
        ServiceSettings service, ReleasedService moved, RollbackTargets targets, Func<CancellationToken, Task<Readiness>> look) => new(
        service.Name,
        look,
        async token => moved.From is { } from
            ? InPlaceRollbackProof.Judge(await Versions.ReadAsync(targets.InPlace(service, from), token))
            : new RollbackUnproved([new Missing($"{service.Name} has run no version before.")]));

    private AzureId AppOf(ContainerAppSettings app) => session.Group.ContainerApp(_names.ContainerApp(app.Name).Value);

    private AzureId SiteOf(AppServiceSettings site) => session.Group.Site(_names.Site(site.Name).Value);

    private WeighedWorkload Weighed(string service, ISideBySide host, ReleaseStanding standing)
    {
        ImmutableArray<int> open =
            [.. standing.UnderWay.OfType<WeightChange>().Where(change => change.Service == service).Select(change => change.Weight)];
        // In a drill the weight is 0 until it is 1, and again afterwards.
        return IsDrilling(standing.State)
            ? new WeighedWorkload(service, host, 0, [.. open, standing.State.NewWeight(service)], time)
            : new WeighedWorkload(service, host, standing.State.NewWeight(service), open, time);
    }

    private static bool IsDrilling(RolloutState state) => state is Drilling || (state is Held held && IsDrilling(held.Then));

    private async Task<Readiness> LatestAsync(AzureId app, CancellationToken cancellation) =>
        await Azure.ContainerApps.FindAsync(app, cancellation) switch
        {
            null => new NeverReady($"There is no container app {app.Name}."),
            { LatestRevision: { } latest } => RevisionReadiness.Of(latest, await Azure.Revisions.FindAsync(app, latest, cancellation)),
            _ => new NotReadyYet($"{app.Name} has no revision yet."),
        };

    private async Task<Readiness> RunningAsync(AzureId site, CancellationToken cancellation) =>
        await Azure.Sites.FindAsync(site, cancellation) switch
        {
            null => new NeverReady($"There is no site {site.Name}."),
            { State: "Running" } => new IsReady(),
            var found => new NotReadyYet($"{site.Name} is {found.State ?? "without a state"}."),
        };
}
