namespace ReleaseInfra.Domain.Journal;

public static class JournalTime
{
    /// <summary>As a journal keeps it: UTC, whole milliseconds. What is judged must be judged by this, or a replay could differ.</summary>
    public static DateTimeOffset Of(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
