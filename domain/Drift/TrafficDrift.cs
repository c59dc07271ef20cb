using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Drift;

/// <summary>Weights and labels, revision by revision.</summary>
internal static class TrafficDrift
{
    public static void Find(ExpectedBlueGreenApp expected, LiveApp live, DriftList drift)
    {
        var shares = expected.Slots.Select(slot => slot.Share).OfType<TrafficShare>().ToArray();
        var weights = drift.Remedies.Weights(expected.Name, shares);
        foreach (var share in shares)
            Compare(expected, share, [.. live.Traffic.Where(row => Leads(row, share.Revision))], weights, drift);

        foreach (var row in live.Traffic)
        {
            if (row.Follows is not null)
                drift.Add(Finding(DriftKind.Weight, expected, row.Follows, "by name", row.Follows, weights));
            if (!Array.Exists(shares, share => Leads(row, share.Revision)))
                FindForeign(expected, row, weights, drift);
        }
    }

    private static void Compare(ExpectedBlueGreenApp app, TrafficShare share, LiveTraffic[] rows, string weights, DriftList drift)
    {
        var weight = rows.Sum(row => row.Weight);
        if (weight != share.Weight)
        {
            drift.Add(new DriftFinding(
                DriftKind.Weight, app.Service, app.Resource, Path(share.Revision), DriftValue.Of(share.Weight), DriftValue.Of(weight), weights));
        }

        var label = rows.Select(row => row.Label).FirstOrDefault(label => label is not null);
        if (label != share.Slot.Name())
        {
            var remedy = drift.Remedies.AddLabel(app.Name, share.Revision, share.Slot.Name());
            drift.Add(Finding(DriftKind.Label, app, share.Revision, share.Slot.Name(), label, remedy));
        }
    }

    private static void FindForeign(ExpectedBlueGreenApp app, LiveTraffic row, string weights, DriftList drift)
    {
        var target = row.Revision ?? row.Follows ?? "";
        if (row.Weight > 0)
        {
            drift.Add(new DriftFinding(
                DriftKind.Weight, app.Service, app.Resource, Path(target), DriftValue.Of(0), DriftValue.Of(row.Weight), weights));
        }

        if (row.Label is not null)
            drift.Add(Finding(DriftKind.Label, app, target, null, row.Label, drift.Remedies.RemoveLabel(app.Name, row.Label)));
    }

    private static DriftFinding Finding(
        DriftKind kind, ExpectedBlueGreenApp app, string target, string? expected, string? live, string remedy) =>
        new(kind, app.Service, app.Resource, Path(target), DriftValue.Of(expected), DriftValue.Of(live), remedy);

    private static string Path(string target) => $"configuration.ingress.traffic[{target}]";

    private static bool Leads(LiveTraffic row, string revision) =>
        row.Revision is not null && row.Revision.Equals(revision, StringComparison.OrdinalIgnoreCase);
}
