using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Journal.Figures;

/// <summary>DORA's four keys over the releases of one stack.</summary>
public sealed record DeliveryFigures
{
    /// <summary>Releases that were complete in the window, per day of it. No release at all in the window is no figure.</summary>
    public required Figure<double> DeploymentsPerDay { get; init; }

    /// <summary>
    /// From the commit of the change to its release being complete: the median over the releases that were complete in the window
    /// and of which somebody said when they were committed.
    /// </summary>
    public required Figure<TimeSpan> LeadTime { get; init; }

    /// <summary>
    /// Of the releases that ended in the window after users' traffic was on them, the share that was rolled back, 0..1. A release
    /// that was stopped before any user saw it is no change that failed.
    /// </summary>
    public required Figure<double> ChangeFailureRate { get; init; }

    /// <summary>
    /// From turning back to the old version having all traffic: the median over the releases that were restored in the window. What
    /// users felt before anybody or any gate saw it is not in it: a journal cannot know.
    /// </summary>
    public required Figure<TimeSpan> TimeToRestore { get; init; }

    /// <param name="from">The window's first moment.</param>
    /// <param name="to">The first moment after it.</param>
    /// <exception cref="ArgumentException">The window is empty.</exception>
    public static DeliveryFigures Of(IEnumerable<ReleaseSummary> releases, DateTimeOffset from, DateTimeOffset to)
    {
        if (to <= from)
            throw new ArgumentException("The window ends before it begins.", nameof(to));
        var all = releases.ToImmutableArray();
        var completed = all.Where(release => Within(release.Completed)).ToImmutableArray();
        var known = all.Count(release => Within(release.BeganAt) || Within(release.Completed));
        var seen = all.Where(release => release.InTraffic is not null && Within(release.Ended)).ToImmutableArray();
        return new DeliveryFigures
        {
            DeploymentsPerDay = known > 0
                ? new KnownFigure<double>(completed.Length / (to - from).TotalDays, known)
                : new NoFigure<double>("no release began or was complete"),
            LeadTime = Median(
                completed.Where(release => release.Began.Committed is not null)
                    .Select(release => release.Completed!.Value - release.Began.Committed!.Value),
                "no release was complete of which the commit's time is known"),
            ChangeFailureRate = seen.Length > 0
                ? new KnownFigure<double>((double)seen.Count(release => release.Restored is not null) / seen.Length, seen.Length)
                : new NoFigure<double>("no release ended that had had traffic"),
            TimeToRestore = Median(
                all.Where(release => release.TurnedBack is not null && Within(release.Restored))
                    .Select(release => release.Restored!.Value - release.TurnedBack!.Value),
                "no release was rolled back that had had traffic"),
        };

        bool Within(DateTimeOffset? moment) => moment >= from && moment < to;
    }

    private static Figure<TimeSpan> Median(IEnumerable<TimeSpan> values, string none)
    {
        // A clock that was put back measures less than nothing.
        var sorted = values.Select(value => value < TimeSpan.Zero ? TimeSpan.Zero : value).Order().ToImmutableArray();
        if (sorted.IsEmpty)
            return new NoFigure<TimeSpan>(none);
        var middle = sorted.Length / 2;
        return new KnownFigure<TimeSpan>(
            sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2,
            sorted.Length);
    }
}
