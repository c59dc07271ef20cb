namespace ReleaseInfra.Domain.Gates;

/// <summary>The one way from a reading to a verdict, so that no rule is ever asked about data that are not there.</summary>
public static class Readings
{
    /// <param name="oldest">How far the measurement may lie from <paramref name="now"/>, in either direction.</param>
    /// <param name="rule">Judges what was measured. A pass on part of the data is none; a failure on part of them is one.</param>
    public static Verdict Judge<T>(Reading<T> reading, DateTimeOffset now, TimeSpan oldest, Func<T, Verdict> rule) => reading switch
    {
        Measured<T> measured => Stale(measured.At, now, oldest) ?? rule(measured.Value),
        PartlyMeasured<T> partly => Stale(partly.At, now, oldest) ?? Partly(rule(partly.Value), partly.Missing),
        NothingMeasured<T> nothing => Verdict.Inconclusive($"No data: {nothing.What}."),
        Unreadable<T> unreadable => Verdict.Errored($"Not readable: {unreadable.Error}."),
        _ => throw new ArgumentException($"Unknown reading {reading.GetType().Name}.", nameof(reading)),
    };

    private static Verdict? Stale(DateTimeOffset at, DateTimeOffset now, TimeSpan oldest)
    {
        var age = now - at;
        if (age > oldest)
            return Verdict.Inconclusive($"Stale data: {age.TotalSeconds:0} s old, at most {oldest.TotalSeconds:0} s are taken.");
        return age < -oldest
            ? Verdict.Inconclusive($"Data from the future: {-age.TotalSeconds:0} s ahead, at most {oldest.TotalSeconds:0} s are taken.")
            : null;
    }

    private static Verdict Partly(Verdict verdict, string missing) => verdict.Outcome == Outcome.Passed
        ? Verdict.Inconclusive($"Partial data, {missing}: {verdict.Message}")
        : verdict;
}
