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
    private readonly ImmutableArray<(DateTimeOffset At, long Requests, GateNumbers Numbers)> _looks;

    public MeasuredCurves(IEnumerable<JournalRecord> records, ReleasedService released)
    {
        _released = released;
        _looks =
        [
            .. from record in records
               let judged = record.Entry as Judged
               where judged?.Service == released.Service
               let read = Read(judged.Look.Reading)
               where read is not null
               select (read.Value.At, judged.Requests, read.Value.Numbers),
        ];
    }

    public ImmutableArray<Curve> Requests => Curves(PerMinute(New), PerMinute(Old));

    public ImmutableArray<Curve> Failures => Curves(
        Samples<ErrorRateNumbers>(numbers => Percent(numbers.Requests)),
        Samples<RegressionNumbers>(numbers => Percent(numbers.Old)));

    public ImmutableArray<Curve> Latencies => Curves(Samples<LatencyNumbers>(numbers => numbers.Sample.Milliseconds), []);

    public ImmutableArray<Sample> FailureLimits => Samples<ErrorRateNumbers>(numbers => (double)numbers.LimitPercent);

    public ImmutableArray<Sample> LatencyLimits => Samples<LatencyNumbers>(numbers => numbers.LimitMilliseconds);

    private IEnumerable<(DateTimeOffset At, long Requests)> New =>
        from look in _looks where look.Numbers is ErrorRateNumbers select (look.At, look.Requests);

    private IEnumerable<(DateTimeOffset At, long Requests)> Old =>
        from look in _looks where look.Numbers is RegressionNumbers select (look.At, ((RegressionNumbers)look.Numbers).Old.Requests);

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

    private static ImmutableArray<Sample> PerMinute(IEnumerable<(DateTimeOffset At, long Requests)> batches)
    {
        var samples = ImmutableArray.CreateBuilder<Sample>();
        DateTimeOffset? before = null;
        foreach (var (at, requests) in batches)
        {
            var lasted = at - before is { } between && between > TimeSpan.Zero ? between : FirstBatch;
            samples.Add(new Sample(at, requests / lasted.TotalMinutes));
            before = at;
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
}
