using ReleaseInfra.Domain.Gates;

namespace ReleaseInfra.Domain.Journal.Numbers;

/// <summary>One look of a gate at what its probe read, in times as a journal keeps them.</summary>
public sealed record Look
{
    /// <param name="oldest">How far the measurement may lie from <paramref name="now"/>.</param>
    public Look(DateTimeOffset now, TimeSpan oldest, Reading<GateNumbers> reading) =>
        (Now, Oldest, Reading) = (JournalTime.Of(now), oldest, Kept(reading));

    public DateTimeOffset Now { get; }

    public TimeSpan Oldest { get; }

    public Reading<GateNumbers> Reading { get; }

    /// <param name="before">What the comparison of versions had seen before.</param>
    public Verdict Judge(Comparison before) => Readings.Judge(Reading, Now, Oldest, numbers => numbers.Judge(before));

    /// <summary>A batch counts once, also where its verdict does not, as with data that are too old.</summary>
    public Comparison After(Comparison before) => Reading switch
    {
        Measured<GateNumbers> measured => measured.Value.After(before),
        PartlyMeasured<GateNumbers> partly => partly.Value.After(before),
        _ => before,
    };

    private static Reading<GateNumbers> Kept(Reading<GateNumbers> reading) => reading switch
    {
        Measured<GateNumbers> measured => measured with { At = JournalTime.Of(measured.At) },
        PartlyMeasured<GateNumbers> partly => partly with { At = JournalTime.Of(partly.At) },
        _ => reading,
    };
}
