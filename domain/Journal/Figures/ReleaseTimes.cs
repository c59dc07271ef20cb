using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Domain.Journal.Figures;

/// <summary>How long a release took; it goes on after its end only where it is then rolled back.</summary>
/// <param name="Active">A writer was at work.</param>
/// <param name="Waiting">The release was held, or its writer was gone until another took over.</param>
public sealed record ReleaseTimes(TimeSpan Active, TimeSpan Waiting)
{
    public static ReleaseTimes None { get; } = new(TimeSpan.Zero, TimeSpan.Zero);

    public TimeSpan Total => Active + Waiting;

    internal ReleaseTimes And(ReleaseStanding before, JournalRecord next)
    {
        // A clock that was put back between two records has measured nothing.
        var between = next.At > before.LastAt ? next.At - before.LastAt : TimeSpan.Zero;
        if (before.HasEnded)
            return this;
        return before.State is Held || next.Entry is Entries.WriterTookOver
            ? this with { Waiting = Waiting + between }
            : this with { Active = Active + between };
    }
}
