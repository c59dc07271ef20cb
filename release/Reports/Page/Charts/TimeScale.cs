using System.Collections.Immutable;
using ReleaseInfra.Domain.Plans;

namespace ReleaseInfra.Cli.Reports.Page.Charts;

/// <summary>From moments to shares of a chart's width.</summary>
internal sealed record TimeScale(DateTimeOffset From, DateTimeOffset Until)
{
    private const int MostTicks = 8;

    private static readonly TimeSpan[] Steps =
    [
        .. ((int[])[1, 2, 5, 10, 15, 30]).Select(seconds => TimeSpan.FromSeconds(seconds)),
        .. ((int[])[1, 2, 5, 10, 15, 30]).Select(minutes => TimeSpan.FromMinutes(minutes)),
        .. ((int[])[1, 2, 3, 6, 12, 24]).Select(hours => TimeSpan.FromHours(hours)),
    ];

    private TimeSpan Whole => Until - From;

    /// <summary>0..1; what lies outside, by a clock that jumped, stands at the edge.</summary>
    public double At(DateTimeOffset moment) => Whole <= TimeSpan.Zero ? 0 : Math.Clamp((moment - From) / Whole, 0, 1);

    /// <summary>How long after the start, as in <c>5m30s</c>.</summary>
    public string Since(DateTimeOffset moment) => moment > From ? PlanText.Of(moment - From) : "0s";

    /// <summary>A few round times since the start.</summary>
    public ImmutableArray<Tick> Ticks
    {
        get
        {
            var step = Array.Find(Steps, step => Whole / step <= MostTicks);
            // A release that waited for days.
            if (step == default)
                step = TimeSpan.FromDays(Math.Ceiling(Whole.TotalDays / MostTicks));
            return
            [
                .. from count in Enumerable.Range(0, (int)(Whole / step) + 1)
                   let since = count * step
                   select new Tick(At(From + since), since == TimeSpan.Zero ? "0" : PlanText.Of(since)),
            ];
        }
    }
}

/// <param name="At">0..1.</param>
internal readonly record struct Tick(double At, string Text);
