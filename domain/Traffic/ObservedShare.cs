using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Domain.Traffic;

/// <summary>The requests since a weight was read back, held against it.</summary>
public sealed record ObservedShare
{
    private readonly string _newVersion;
    private readonly string _oldVersion;
    private readonly int _weight;
    private readonly int _before;
    private readonly DateTimeOffset _since;

    /// <param name="weight">Percent of traffic that the new version should have.</param>
    /// <param name="before">Percent that it had before the write; the weight itself to watch one that stands.</param>
    /// <param name="since">When the weight was read back; batches that begin before it are of the weight before.</param>
    public ObservedShare(string newVersion, string oldVersion, int weight, int before, DateTimeOffset since) =>
        (_newVersion, _oldVersion, _weight, _before, _since) = (newVersion, oldVersion, weight, before, since);

    private Tally? New { get; init; }

    private Tally? Old { get; init; }

    public ObservedShare Observe(RequestBatch batch) => batch.From < _since
        ? this
        : this with { New = Sum(New, batch.Find(_newVersion)), Old = Sum(Old, batch.Find(_oldVersion)) };

    public ShareDecision Judge()
    {
        // Metrics know a new version late. Until they do, that it was asked nothing would be a guess.
        if (New is null && _weight > 0)
            return Unknown(_newVersion);
        if (Old is null && _weight < 100)
            return Unknown(_oldVersion);
        var toNew = New?.Requests ?? 0;
        return ShareRule.Judge(_weight, _before, toNew, toNew + (Old?.Requests ?? 0));
    }

    private ShareUnknown Unknown(string version) =>
        new($"No requests of {version} are known, weight {_weight} %.", ShareRule.Needed(_weight, _before));

    private static Tally? Sum(Tally? sum, Tally? more) => (sum, more) switch
    {
        ({ } left, { } right) => left + right,
        _ => sum ?? more,
    };
}
