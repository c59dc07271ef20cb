namespace ReleaseInfra.Domain.Journal.Figures;

/// <summary>A number over releases, or why there is none.</summary>
public abstract record Figure<T>
{
    private protected Figure()
    {
    }
}

/// <param name="Releases">That it was taken over; at least 1.</param>
public sealed record KnownFigure<T>(T Value, int Releases) : Figure<T>;

/// <summary>Nothing to take it over, which is not zero.</summary>
/// <param name="Why">As in <c>no release was complete</c>.</param>
public sealed record NoFigure<T>(string Why) : Figure<T>;
