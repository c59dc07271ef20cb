using System.Collections.Immutable;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Domain.Gates;

/// <summary>What each version was asked in one closed span of time, and how often it failed.</summary>
/// <remarks>Batches of one probe follow one another without gap and without overlap, so they may be added up.</remarks>
/// <param name="Until">Not in it.</param>
/// <param name="Versions">By revision; one that is not in it has no data, which is not that it was asked nothing.</param>
public sealed record RequestBatch(DateTimeOffset From, DateTimeOffset Until, ImmutableSortedDictionary<string, Tally> Versions)
{
    public Tally? Find(string version) => Versions.TryGetValue(version, out var tally) ? tally : null;

    /// <summary>One version's part of a batch.</summary>
    public static Reading<Tally> Of(Reading<RequestBatch> reading, string version) => reading switch
    {
        Measured<RequestBatch> measured when measured.Value.Find(version) is { } tally => new Measured<Tally>(tally, measured.At),
        PartlyMeasured<RequestBatch> partly when partly.Value.Find(version) is { } tally =>
            new PartlyMeasured<Tally>(tally, partly.At, partly.Missing),
        Measured<RequestBatch> or PartlyMeasured<RequestBatch> => new NothingMeasured<Tally>($"no requests of {version} are known"),
        NothingMeasured<RequestBatch> nothing => new NothingMeasured<Tally>(nothing.What),
        Unreadable<RequestBatch> unreadable => new Unreadable<Tally>(unreadable.Error),
        _ => throw new ArgumentException($"Unknown reading {reading.GetType().Name}.", nameof(reading)),
    };
}
