namespace ReleaseInfra.Domain.Gates;

/// <summary>What one look of a probe brought. Probes measure, and never judge.</summary>
public abstract record Reading<T>
{
    private protected Reading()
    {
    }
}

/// <param name="At">The end of the time that was measured, by the clock of what measured it.</param>
public sealed record Measured<T>(T Value, DateTimeOffset At) : Reading<T>;

/// <param name="Missing">What was not measured, as in <c>2 of 5 replicas did not answer</c>.</param>
public sealed record PartlyMeasured<T>(T Value, DateTimeOffset At, string Missing) : Reading<T>;

/// <summary>The query worked, and there was nothing.</summary>
public sealed record NothingMeasured<T>(string What) : Reading<T>;

/// <summary>The query did not work.</summary>
public sealed record Unreadable<T>(string Error) : Reading<T>;
