using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Rules;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.ContainerApps;

/// <summary>The revisions of container apps. Apps themselves are resources like others.</summary>
/// <remarks>Every method throws <see cref="AzureException"/> where app or revision does not exist.</remarks>
public sealed class ContainerAppRevisions
{
    private readonly AzureStore _store;

    internal ContainerAppRevisions(AzureStore store) => _store = store;

    /// <returns>The inactive ones too, the oldest first.</returns>
    public Task<ImmutableArray<RevisionView>> ListAsync(string appId, CancellationToken cancellation) => _store.InTurnAsync(
        turn =>
        {
            var resource = turn.Get(appId, AppInputs.Type);
            var app = turn.State.Apps[appId];
            return app.Revisions.Select(revision => RevisionView.Of(resource, app, revision, turn.Options.Health)).ToImmutableArray();
        },
        cancellation);

    public Task<RevisionView> GetAsync(string appId, string revision, CancellationToken cancellation) => _store.InTurnAsync(
        turn =>
        {
            var resource = turn.Get(appId, AppInputs.Type);
            return RevisionView.Of(resource, turn.State.Apps[appId], Find(turn, resource, revision), turn.Options.Health);
        },
        cancellation);

    public Task<ImmutableArray<TrafficShare>> TrafficAsync(string appId, CancellationToken cancellation) => _store.InTurnAsync(
        turn => TrafficTable.Of(turn.Get(appId, AppInputs.Type), turn.State.Apps[appId]), cancellation);

    public Task ActivateAsync(string appId, string revision, CancellationToken cancellation) => ChangeAsync(
        appId,
        revision,
        (turn, app, found) => Probe(turn, appId, RevisionLifecycle.Activate(app, found, turn.Now), found.Name),
        cancellation);

    public Task DeactivateAsync(string appId, string revision, CancellationToken cancellation) => ChangeAsync(
        appId, revision, (turn, app, found) => RevisionLifecycle.Deactivate(app, found, turn.Now), cancellation);

    public Task RestartAsync(string appId, string revision, CancellationToken cancellation) => ChangeAsync(
        appId,
        revision,
        (turn, app, found) =>
        {
            if (!found.Active)
                throw AzureException.BadRequest("BadRequest", found.Name, $"The revision '{found.Name}' is not active, so nothing of it can be restarted.");

            turn.Options.Health.Restarting(appId, found);
            return Probe(turn, appId, app, found.Name);
        },
        cancellation);

    /// <summary>What the probes say from now on, of a revision that somebody really runs. Of an inactive one nothing is kept.</summary>
    public Task ReportHealthAsync(string appId, string revision, RevisionHealth health, CancellationToken cancellation) =>
        // Health is no operation: it changes while one is under way, too.
        _store.ActAsync(
            turn =>
            {
                var resource = turn.Get(appId, AppInputs.Type);
                var found = Find(turn, resource, revision);
                if (found.Active)
                    ContainerAppRollout.Change(turn, resource, app => RevisionLifecycle.Report(app, found, health));
            },
            cancellation);

    private Task ChangeAsync(
        string appId,
        string revision,
        Func<Turn, ContainerAppState, Revision, ContainerAppState> change,
        CancellationToken cancellation) => _store.ActAsync(
            turn =>
            {
                var resource = turn.Get(appId, AppInputs.Type);
                OneChangeAtATime.Check(turn.State, resource);
                var found = Find(turn, resource, revision);
                ContainerAppRollout.Change(turn, resource, app => change(turn, app, found));
            },
            cancellation);

    private static ContainerAppState Probe(Turn turn, string appId, ContainerAppState app, string revision)
    {
        var found = app.Find(revision)!;
        return RevisionLifecycle.Report(app, found, turn.Options.Health.Of(appId, found));
    }

    private static Revision Find(Turn turn, AzureResource resource, string revision)
    {
        var app = turn.State.Apps[resource.Id];
        return app.Find(revision) ?? throw AzureException.NotFound(
            "RevisionNotFound",
            $"{resource.Id}/revisions/{revision}",
            $"{resource.Title} has no revision '{revision}'. It has: {string.Join(", ", app.Revisions.Select(known => known.Name))}.");
    }
}
