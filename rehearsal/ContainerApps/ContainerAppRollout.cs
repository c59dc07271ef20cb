using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.ContainerApps;

/// <summary>A change of an app, from its acceptance to its end.</summary>
internal static class ContainerAppRollout
{
    /// <param name="desired">Already checked.</param>
    public static Operation Accept(Turn turn, AzureResource desired)
    {
        var app = turn.State.Apps.GetValueOrDefault(desired.Id, ContainerAppState.New);
        desired = TrafficTable.Resolve(desired, turn.State.Find(desired.Id), app);
        // A new app is there at once, without a revision; an existing one stays as it is until the operation ends.
        if (turn.State.Find(desired.Id) is null)
        {
            turn.State = turn.State.With(desired);
            turn.State = turn.State with { Apps = turn.State.Apps.SetItem(desired.Id, ContainerAppState.New) };
        }

        return turn.Begin(desired.Id, turn.Options.Durations.ContainerApp, new ApplyContainerApp(desired.Declared));
    }

    public static OperationState Complete(Turn turn, string id, DeclaredResource declared)
    {
        var current = turn.Get(id);
        var app = turn.State.Apps[id];
        var desired = current.Redeclared(declared, turn.Options.Scope, turn.Now);
        var inputs = new AppInputs(desired);
        var plan = RevisionPlan.Of(inputs, app);
        if (plan is NameTaken taken)
        {
            Keep(turn, id, app with { Failed = true });
            return new OperationFailed(new AzureError(
                409,
                "ContainerAppOperationError",
                $"{desired.Title}: failed to provision the revision '{taken.Name}': revision with suffix {taken.Suffix} already exists, " +
                "with another template. A revision never changes; use a new suffix.",
                id));
        }

        if (plan is CreateRevision create)
            app = Provision(turn, id, RevisionLifecycle.Create(app, create.Name, inputs, turn.Now));

        turn.State = turn.State.With(desired);
        Keep(turn, id, RevisionLifecycle.Settle(app with { Failed = false }, inputs.IsMultiple, inputs.InactiveKept, turn.Now));
        return new OperationSucceeded();
    }

    public static void Change(Turn turn, AzureResource resource, Func<ContainerAppState, ContainerAppState> change)
    {
        var inputs = new AppInputs(resource);
        var changed = change(turn.State.Apps[resource.Id]);
        Keep(turn, resource.Id, RevisionLifecycle.Settle(changed, inputs.IsMultiple, inputs.InactiveKept, turn.Now));
    }

    private static ContainerAppState Provision(Turn turn, string id, ContainerAppState app) =>
        RevisionLifecycle.Report(app, app.Latest!, turn.Options.Health.Of(id, app.Latest!));

    private static void Keep(Turn turn, string id, ContainerAppState app) =>
        turn.State = turn.State with { Apps = turn.State.Apps.SetItem(id, app) };
}
