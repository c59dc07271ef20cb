namespace ReleaseInfra.Domain.Drift;

/// <summary>An app with two slots: its mode and revisions. Its traffic is <see cref="TrafficDrift"/>.</summary>
internal static class AppDrift
{
    private const string Multiple = "Multiple";
    private const string Single = "Single";
    private const string Mode = "configuration.activeRevisionsMode";
    private const string Image = "template.containers[].image";

    public static void Find(ExpectedBlueGreenApp expected, LiveApp live, DriftList drift)
    {
        CompareMode(expected, live, Multiple, drift);
        TrafficDrift.Find(expected, live, drift);
        foreach (var slot in expected.Slots)
            CompareSlot(expected, slot, live, drift);

        // Inactive ones are history: a release leaves them behind, and Azure clears them away.
        foreach (var revision in live.Revisions.Where(revision => revision.Active))
        {
            if (!expected.Slots.Any(slot => Same(slot.Name, revision.Name)))
            {
                drift.Add(Revision(
                    DriftKind.RevisionUndeclared, expected, revision.Name, null, "active", drift.Remedies.Deactivate(expected.Name, revision.Name)));
            }
        }
    }

    public static void Find(ExpectedWorker expected, LiveApp live, DriftList drift)
    {
        CompareMode(expected, live, Single, drift);
        drift.Compare(
            expected.Service,
            expected.Resource,
            Image,
            expected.Image,
            live.Images,
            drift.Remedies.AppImage(expected.Name, expected.Image.ToString()));
    }

    private static void CompareMode(ExpectedService expected, LiveApp live, string mode, DriftList drift)
    {
        if (!live.Mode.Equals(mode, StringComparison.OrdinalIgnoreCase))
        {
            drift.Add(new DriftFinding(
                DriftKind.Mode,
                expected.Service,
                expected.Resource,
                Mode,
                DriftValue.Of(mode),
                DriftValue.Of(live.Mode),
                drift.Remedies.Mode(expected.Name, mode)));
        }
    }

    private static void CompareSlot(ExpectedBlueGreenApp expected, ExpectedRevision slot, LiveApp live, DriftList drift)
    {
        var found = live.Revisions.FirstOrDefault(revision => Same(revision.Name, slot.Name));
        // An idle slot of an environment that was made after it was released to never had its revision.
        if (found is null && slot.Share is null)
            return;

        drift.Look();
        if (found is null)
        {
            var remedy = slot.IsNewest ? drift.Remedies.Missing : drift.Remedies.ReleaseAgain;
            drift.Add(Revision(DriftKind.RevisionMissing, expected, slot.Name, "active", null, remedy));
            return;
        }

        // The idle slot's too: it is where a rollback goes.
        if (!found.Active)
        {
            drift.Add(Revision(
                DriftKind.RevisionInactive, expected, slot.Name, "active", "inactive", drift.Remedies.Activate(expected.Name, slot.Name)));
        }

        // A revision never changes: one with another image was made by somebody else under the same name.
        drift.Compare(
            expected.Service, ResourceOf(expected, slot.Name), Image, slot.Image, found.Images, drift.Remedies.ReleaseAgain);
    }

    private static DriftFinding Revision(
        DriftKind kind, ExpectedBlueGreenApp app, string revision, string? expected, string? live, string remedy) =>
        new(kind, app.Service, ResourceOf(app, revision), null, DriftValue.Of(expected), DriftValue.Of(live), remedy);

    private static string ResourceOf(ExpectedBlueGreenApp app, string revision) => $"{app.Resource}/revisions/{revision}";

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
