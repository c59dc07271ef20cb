using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Domain.Traffic;

/// <summary>The requests since a weight was read back, held against it.</summary>
public sealed record ObservedShare
{
    /// <param name="weight">Percent of traffic that the new version should have.</param>
    /// <param name="before">Percent that it had before the write; the weight itself to watch one that stands.</param>
    /// <param name="since">When the weight was read back; batches that begin before it are of the weight before.</param>
    public ObservedShare(string newVersion, string oldVersion, int weight, int before, DateTimeOffset since) =>
        (NewVersion, OldVersion, Weight, Before, Since) = (newVersion, oldVersion, weight, before, since);

    public string NewVersion { get; }

    public string OldVersion { get; }

    public int Weight { get; }

    public int Before { get; }

    public DateTimeOffset Since { get; }

    /// <summary>Null while nothing is known of it.</summary>
    public Tally? New { get; private init; }

    /// <inheritdoc cref="New"/>
    public Tally? Old { get; private init; }

    public ObservedShare Observe(RequestBatch batch) => batch.From < Since
        ? this
        : this with { New = Sum(New, batch.Find(NewVersion)), Old = Sum(Old, batch.Find(OldVersion)) };

    public ShareDecision Judge()
    {
        // Metrics know a new version late. Until they do, that it was asked nothing would be a guess.
        if (New is null && Weight > 0)
            return Unknown(NewVersion);
        if (Old is null && Weight < 100)
            return Unknown(OldVersion);
        var toNew = New?.Requests ?? 0;
        return ShareRule.Judge(Weight, Before, toNew, toNew + (Old?.Requests ?? 0));
    }

    private ShareUnknown Unknown(string version) =>
        new($"No requests of {version} are known, weight {Weight} %.", ShareRule.Needed(Weight, Before));

    private static Tally? Sum(Tally? sum, Tally? more) => (sum, more) switch
    {
        ({ } left, { } right) => left + right,
        _ => sum ?? more,
    };
}
