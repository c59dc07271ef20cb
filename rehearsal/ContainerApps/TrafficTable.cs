using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.ContainerApps;

/// <summary>Where an app's requests go.</summary>
internal static class TrafficTable
{
    /// <summary>Inactive revisions keep their weight, and the others' weights are not scaled up: Azure does neither.</summary>
    public static ImmutableArray<TrafficShare> Of(AzureResource resource, ContainerAppState app)
    {
        var newest = app.LatestReady ?? app.Latest?.Name;
        if (newest is null || !new AppInputs(resource).HasIngress)
            return [];
        if (!new AppInputs(resource).IsMultiple)
            return [new TrafficShare(newest, 100, null)];

        return [.. TrafficReader.Read(resource).Select(entry => new TrafficShare(
            entry.Target is NamedRevision named ? named.Name : newest, entry.Weight, entry.Label))];
    }

    /// <summary>What the app would have after a change: entries by label alone name their revision from now on.</summary>
    /// <param name="current">The app as it is, which says who holds the labels; null for a new one.</param>
    /// <exception cref="AzureException">The traffic is not Azure's form, or goes where there is nothing.</exception>
    public static AzureResource Resolve(AzureResource desired, AzureResource? current, ContainerAppState app)
    {
        var inputs = new AppInputs(desired);
        if (!inputs.HasIngress)
            return desired;

        var entries = TrafficReader.Read(desired);
        // A request may send traffic to the revision that it makes itself.
        var creating = (RevisionPlan.Of(inputs, app) as CreateRevision)?.Name;
        if (!inputs.IsMultiple && entries is not [{ Target: LatestRevision }])
        {
            throw Refuse($"{desired.Title}: traffic weights need activeRevisionsMode 'Multiple'; in mode 'Single' the latest ready " +
                "revision gets everything.");
        }

        var resolved = desired.Inputs;
        for (var index = 0; index < entries.Length; index++)
        {
            if (entries[index].Target is NamedRevision named && !IsNamed(named.Name, creating) && app.Find(named.Name) is null)
                throw Refuse($"{desired.Title}: the traffic names the revision '{named.Name}', which does not exist. {Known(app)}");
            if (entries[index].Target is LabelledRevision labelled)
                resolved = Name(resolved, index, Holder(desired, current, app, labelled.Label));
        }

        return desired.WithInputs(resolved);
    }

    private static string Holder(AzureResource desired, AzureResource? current, ContainerAppState app, string label) =>
        current is not null && Of(current, app).FirstOrDefault(share => share.Label == label) is { } held
            ? held.Revision
            : throw Refuse($"{desired.Title}: the traffic names the label '{label}', which no revision has.");

    private static ImmutableSortedDictionary<string, object> Name(ImmutableSortedDictionary<string, object> inputs, int index, string revision)
    {
        var traffic = PlainValues.Select(inputs, "configuration.ingress.traffic[]").ToArray();
        traffic[index] = ((ImmutableSortedDictionary<string, object>)traffic[index]).SetItem("revisionName", revision);
        return PlainValues.With(inputs, ["configuration", "ingress", "traffic"], traffic);
    }

    private static bool IsNamed(string name, string? revision) => name.Equals(revision, StringComparison.OrdinalIgnoreCase);

    private static string Known(ContainerAppState app) => app.Revisions.IsEmpty
        ? "The app has no revision yet."
        : $"The app has: {string.Join(", ", app.Revisions.Select(revision => revision.Name))}.";

    private static AzureException Refuse(string message) =>
        AzureException.BadRequest("BadRequest", "configuration.ingress.traffic", message);
}
