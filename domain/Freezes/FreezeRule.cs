namespace ReleaseInfra.Domain.Freezes;

/// <summary>Whether a release that goes forward may go on, seen from its end.</summary>
public static class FreezeRule
{
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(120);

    public static FreezeDecision Start(FreezeCalendar calendar, ForwardRun run, DateTimeOffset at)
    {
        var inTheWay = calendar.Between(at, at + run.WithTheWayBack);
        if (inTheWay.IsEmpty || run.Kind is Rollouts.UrgentRelease)
            return new Clear(inTheWay);
        return new Frozen(inTheWay[0], NextStart(calendar, run.WithTheWayBack, at));
    }

    /// <summary>
    /// For a release under way that can still be half-way: where it is frozen, it goes back now, which ends before the freeze begins.
    /// </summary>
    /// <param name="until">How long until this is asked again; the answer holds for that long even if nothing moves.</param>
    public static FreezeDecision InFlight(FreezeCalendar calendar, ForwardRun run, DateTimeOffset at, TimeSpan until) =>
        Start(calendar, run with { Remaining = run.Remaining > until ? run.Remaining : until }, at);

    private static DateTimeOffset? NextStart(FreezeCalendar calendar, TimeSpan length, DateTimeOffset from)
    {
        var start = from;
        foreach (var freeze in calendar.Between(from, from + Horizon + length))
        {
            if (freeze.To > start && freeze.From < start + length)
                start = freeze.To;
        }

        return start <= from + Horizon ? start : null;
    }
}
