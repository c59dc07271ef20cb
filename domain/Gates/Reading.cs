namespace ReleaseInfra.Domain.Gates;

/// <summary>What one look of a probe brought. Probes measure, and never judge.</summary>
public abstract record Reading<T>
{
    private protected Reading()
    {
    }

    /// <summary>The same look, with its value as something else.</summary>
    public Reading<TOther> Select<TOther>(Func<T, TOther> of) => this switch
    {
        Measured<T> measured => new Measured<TOther>(of(measured.Value), measured.At),
        PartlyMeasured<T> partly => new PartlyMeasured<TOther>(of(partly.Value), partly.At, partly.Missing),
        NothingMeasured<T> nothing => new NothingMeasured<TOther>(nothing.What),
        Unreadable<T> unreadable => new Unreadable<TOther>(unreadable.Error),
        _ => throw new InvalidOperationException($"Unknown reading {GetType().Name}."),
    };
}

/// <param name="At">The end of the time that was measured, by the clock of what measured it.</param>
public sealed record Measured<T>(T Value, DateTimeOffset At) : Reading<T>;

/// <param name="Missing">What was not measured, as in <c>2 of 5 replicas did not answer</c>.</param>
public sealed record PartlyMeasured<T>(T Value, DateTimeOffset At, string Missing) : Reading<T>;

/// <summary>The query worked, and there was nothing.</summary>
public sealed record NothingMeasured<T>(string What) : Reading<T>;

/// <summary>The query did not work.</summary>
public sealed record Unreadable<T>(string Error) : Reading<T>;
