namespace ReleaseInfra.Domain.Journal;

/// <param name="Number">From 1, without gaps.</param>
/// <param name="At">By the writer's clock, which may jump: order is by number.</param>
/// <param name="Epoch">Of the writer; never falls from one record to the next, and rises only where a writer takes over.</param>
public sealed record JournalRecord(int Number, DateTimeOffset At, int Epoch, JournalEntry Entry)
{
    public DateTimeOffset At { get; } = JournalTime.Of(At);
}
