namespace ReleaseInfra.Domain.Statistics;

/// <summary>What one version was asked, and how often it failed.</summary>
/// <remarks>Invariant: 0 ≤ <see cref="Failures"/> ≤ <see cref="Requests"/>.</remarks>
public readonly record struct Tally
{
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more failed than was asked.</exception>
    public Tally(long requests, long failures)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(requests);
        ArgumentOutOfRangeException.ThrowIfNegative(failures);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(failures, requests);
        (Requests, Failures) = (requests, failures);
    }

    public long Requests { get; }

    public long Failures { get; }

    /// <summary>0..1; not a number where nothing was asked.</summary>
    public double Rate => (double)Failures / Requests;

    public static Tally operator +(Tally left, Tally right) => Add(left, right);

    public static Tally Add(Tally left, Tally right) => new(left.Requests + right.Requests, left.Failures + right.Failures);
}
