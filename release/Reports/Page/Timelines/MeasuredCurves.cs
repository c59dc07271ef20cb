using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Cli.Reports.Page.Timelines;

/// <summary>What a release's own gates measured of one service: the new version by its limits, the old one where both are compared.</summary>
internal sealed class MeasuredCurves
{
    // Metrics come in whole minutes; the first batch has none before it to say when it began.
    private static readonly TimeSpan FirstBatch = WindowTerms.Grain;

    private readonly ReleasedService _released;
    private readonly ImmutableArray<Taken> _looks;

    public MeasuredCurves(IEnumerable<JournalRecord> records, ReleasedService released)
    {
        _released = released;
        var looks = ImmutableArray.CreateBuilder<Taken>();
        var events = 0;
        foreach (var record in records)
        {
            if (record.Entry is Happened)
                events++;
            else if (record.Entry is Judged judged && judged.Service == released.Service && Read(judged.Look.Reading) is { } read)
                looks.Add(new Taken(read.At, events, judged.Requests, read.Numbers));
        }

        _looks = looks.ToImmutable();
    }

    public ImmutableArray<Curve> Requests => Curves(PerMinute(New), PerMinute(Old));

    public ImmutableArray<Curve> Failures => Curves(
        Samples<ErrorRateNumbers>(numbers => Percent(numbers.Requests)),
        Samples<RegressionNumbers>(numbers => Percent(numbers.Old)));

    public ImmutableArray<Curve> Latencies => Curves(Samples<LatencyNumbers>(numbers => numbers.Sample.Milliseconds), []);

    public ImmutableArray<Sample> FailureLimits => Samples<ErrorRateNumbers>(numbers => (double)numbers.LimitPercent);

    public ImmutableArray<Sample> LatencyLimits => Samples<LatencyNumbers>(numbers => numbers.LimitMilliseconds);

    private IEnumerable<Taken> New => _looks.Where(look => look.Numbers is ErrorRateNumbers);

    private IEnumerable<Taken> Old =>
        from look in _looks
        where look.Numbers is RegressionNumbers
        select look with { Requests = ((RegressionNumbers)look.Numbers).Old.Requests };

    private static double Percent(Tally tally) => tally.Rate * 100;

    private ImmutableArray<Sample> Samples<TNumbers>(Func<TNumbers, double> value)
        where TNumbers : GateNumbers =>
    [
        .. from look in _looks
           where look.Numbers is TNumbers
           let measured = value((TNumbers)look.Numbers)
           where double.IsFinite(measured)
           select new Sample(look.At, measured),
    ];

    private static ImmutableArray<Sample> PerMinute(IEnumerable<Taken> batches)
    {
        var samples = ImmutableArray.CreateBuilder<Sample>();
        Taken? before = null;
        foreach (var batch in batches)
        {
            // Batches follow one another only while nothing happens: with a weight they begin anew.
            var between = before?.Events == batch.Events ? batch.At - before.At : TimeSpan.Zero;
            samples.Add(new Sample(batch.At, batch.Requests / (between > TimeSpan.Zero ? between : FirstBatch).TotalMinutes));
            before = batch;
        }

        return samples.ToImmutable();
    }

    private ImmutableArray<Curve> Curves(ImmutableArray<Sample> newVersion, ImmutableArray<Sample> oldVersion) =>
    [
        .. ((Curve[])[
            new Curve(_released.From?.Text ?? "", IsNew: false, oldVersion),
            new Curve(_released.To.Text, IsNew: true, newVersion),
        ]).Where(curve => !curve.Points.IsEmpty),
    ];

    private static (DateTimeOffset At, GateNumbers Numbers)? Read(Reading<GateNumbers> reading) => reading switch
    {
        Measured<GateNumbers> measured => (measured.At, measured.Value),
        PartlyMeasured<GateNumbers> partly => (partly.At, partly.Value),
        _ => null,
    };

    /// <param name="At">The end of the time that was measured.</param>
    /// <param name="Events">How many there had been.</param>
    /// <param name="Requests">New ones since the look before.</param>
    private sealed record Taken(DateTimeOffset At, int Events, long Requests, GateNumbers Numbers);
}
