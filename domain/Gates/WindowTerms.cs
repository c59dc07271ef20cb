namespace ReleaseInfra.Domain.Gates;

/// <summary>How time is cut into spans of whole minutes that are measured once each, when their last data have had time to come.</summary>
/// <param name="Shortest">Of a span. A batch of few requests carries little evidence.</param>
/// <param name="Lag">From a span's end to when it is asked for.</param>
public sealed record WindowTerms(TimeSpan Shortest, TimeSpan Lag)
{
    /// <summary>Azure's metrics have no shorter one.</summary>
    public static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    /// <summary>The first whole minute that holds nothing from before <paramref name="begun"/>.</summary>
    public static DateTimeOffset FirstAfter(DateTimeOffset begun)
    {
        var floor = Floor(begun);
        return floor == begun ? floor : floor + Grain;
    }

    public static DateTimeOffset Floor(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % Grain.Ticks), TimeSpan.Zero);

    /// <param name="from">Where the span before ended.</param>
    /// <returns>Null while there is none.</returns>
    public Window? Closed(DateTimeOffset from, DateTimeOffset now)
    {
        var until = Floor(now - Lag);
        return until - from >= Shortest && until > from ? new Window(from, until) : null;
    }
}

/// <param name="Until">Not in it.</param>
public readonly record struct Window(DateTimeOffset From, DateTimeOffset Until)
{
    public bool Holds(DateTimeOffset time) => From <= time && time < Until;

    public override string ToString() => $"from {From.UtcDateTime:HH:mm:ss} to {Until.UtcDateTime:HH:mm:ss} UTC";
}
