using System.Collections.Immutable;
using ReleaseInfra.Cli.Reports.Page.Timelines;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Reports.Page.Charts;

/// <summary>
/// From moments to shares of a chart's width. A release may wait for people overnight: long waits are drawn shorter, or nothing of
/// the rest could be seen.
/// </summary>
internal sealed class TimeScale
{
    // Of the width that everything but waits has.
    private const double WidestWait = 0.15;

    private readonly DateTimeOffset _from;
    private readonly ImmutableArray<TimePiece> _pieces;

    private TimeScale(DateTimeOffset from, ImmutableArray<TimePiece> pieces) => (_from, _pieces) = (from, pieces);

    public static TimeScale Of(DateTimeOffset from, DateTimeOffset until, IEnumerable<StateSpan> states)
    {
        var waits = states.Where(state => state.State is Held && state.Took > TimeSpan.Zero).ToArray();
        var work = until - from - waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait.Took);
        var widest = work > TimeSpan.Zero ? WidestWait * work : TimeSpan.MaxValue;
        var pieces = ImmutableArray.CreateBuilder<TimePiece>();
        var at = from;
        foreach (var wait in waits.Where(wait => wait.Took > widest))
        {
            // A clock that was put back does not draw what is drawn already.
            if (wait.From < at || wait.Until > until)
                continue;
            pieces.Add(new TimePiece(at, wait.From, wait.From - at));
            pieces.Add(new TimePiece(wait.From, wait.Until, widest));
            at = wait.Until;
        }

        pieces.Add(new TimePiece(at, until, until - at));
        return new TimeScale(from, pieces.ToImmutable());
    }

    /// <summary>0..1; what lies outside, by a clock that jumped, stands at the edge.</summary>
    public double At(DateTimeOffset moment) => Whole <= TimeSpan.Zero
        ? 0
        : _pieces.Aggregate(TimeSpan.Zero, (width, piece) => width + piece.WidthUntil(moment)) / Whole;

    /// <summary>How long after the start, as in <c>5m30s</c>.</summary>
    public string Since(DateTimeOffset moment) => moment > _from ? PlanText.Of(moment - _from) : "0s";

    /// <summary>A few round times since the start.</summary>
    public ImmutableArray<Tick> Ticks
    {
        get
        {
            var step = TickStep.Of(Whole);
            return
            [
                .. from piece in _pieces
                   where !piece.IsShortened
                   from since in TickStep.Within(piece.From - _from, piece.Until - _from, step)
                   select new Tick(At(_from + since), since == TimeSpan.Zero ? "0" : PlanText.Of(since)),
            ];
        }
    }

    private TimeSpan Whole => _pieces.Aggregate(TimeSpan.Zero, (sum, piece) => sum + piece.Width);
}

/// <param name="At">0..1.</param>
internal readonly record struct Tick(double At, string Text);
