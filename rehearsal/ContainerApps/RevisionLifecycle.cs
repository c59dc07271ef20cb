using System.Collections.Immutable;

namespace ReleaseInfra.Rehearsal.ContainerApps;

/// <summary>What becomes of an app's revisions, as pure functions.</summary>
internal static class RevisionLifecycle
{
    public static ContainerAppState Create(ContainerAppState app, string name, AppInputs inputs, DateTimeOffset now) => app with
    {
        Revisions = app.Revisions.Add(new Revision(
            name, app.Created + 1, inputs.Template, Created: now, LastActive: now, Active: true, RevisionHealth.None)),
        Created = app.Created + 1,
    };

    public static ContainerAppState Activate(ContainerAppState app, Revision revision, DateTimeOffset now) =>
        app.With(revision with { Active = true, LastActive = now });

    /// <summary>Azure asks neither whether traffic goes there nor whether another one is active.</summary>
    public static ContainerAppState Deactivate(ContainerAppState app, Revision revision, DateTimeOffset now) =>
        app.With(revision with { Active = false, Health = RevisionHealth.None, LastActive = now });

    public static ContainerAppState Report(ContainerAppState app, Revision revision, RevisionHealth health)
    {
        app = app.With(revision with { Health = health });
        var ready = app.LatestReady is { } name ? app.Find(name) : null;
        return health == RevisionHealth.Healthy && (ready is null || ready.Number < revision.Number)
            ? app with { LatestReady = revision.Name }
            : app;
    }

    /// <summary>In single mode only the newest ready revision stays, beside a newer one that is not ready yet.</summary>
    /// <param name="inactiveKept">The oldest inactive revisions beyond this number are deleted.</param>
    public static ContainerAppState Settle(ContainerAppState app, bool isMultiple, int inactiveKept, DateTimeOffset now)
    {
        if (!isMultiple)
        {
            foreach (var revision in app.Revisions.Where(revision => revision.Active))
            {
                if (revision.Name != app.LatestReady && revision.Number != app.Latest!.Number)
                    app = Deactivate(app, revision, now);
            }
        }

        var inactive = app.Revisions.Where(revision => !revision.Active).ToImmutableArray();
        var purged = inactive.Take(inactive.Length - inactiveKept).Select(revision => revision.Number).ToHashSet();
        return purged.Count == 0
            ? app
            : app with { Revisions = app.Revisions.RemoveAll(revision => purged.Contains(revision.Number)) };
    }
}
