namespace ReleaseInfra.Domain.Gates;

/// <summary>What a gate has seen so far: a fold over its measurements.</summary>
public sealed record GateProgress
{
    private GateProgress()
    {
    }

    public static GateProgress None { get; } = new();

    public int Passed { get; private init; }

    public int Failed { get; private init; }

    public int Inconclusive { get; private init; }

    public int Errored { get; private init; }

    public int PassedInARow { get; private init; }

    public int FailedInARow { get; private init; }

    public int ErroredInARow { get; private init; }

    /// <summary>Behind the passed measurements.</summary>
    public long Requests { get; private init; }

    public int Taken => Passed + Failed + Inconclusive + Errored;

    private string Last { get; init; } = "";

    private string LastFailure { get; init; } = "";

    /// <param name="requests">New ones since the measurement before; 0 for what is not counted in requests.</param>
    public GateProgress Observe(Verdict measurement, long requests = 0)
    {
        var (passed, failed, errored) =
            (measurement.Outcome == Outcome.Passed, measurement.Outcome == Outcome.Failed, measurement.Outcome == Outcome.Errored);
        return new GateProgress
        {
            Passed = Passed + (passed ? 1 : 0),
            Failed = Failed + (failed ? 1 : 0),
            Errored = Errored + (errored ? 1 : 0),
            Inconclusive = Inconclusive + (passed || failed || errored ? 0 : 1),
            PassedInARow = passed ? PassedInARow + 1 : 0,
            FailedInARow = failed ? FailedInARow + 1 : 0,
            ErroredInARow = errored ? ErroredInARow + 1 : 0,
            Requests = Requests + (passed ? requests : 0),
            Last = measurement.Message,
            LastFailure = failed ? measurement.Message : LastFailure,
        };
    }

    /// <summary>Failures first: whatever else is true, they are a reason to go back.</summary>
    public GateStanding Judge(GateTerms terms)
    {
        if (Broken(terms) is { } verdict)
            return new Decided(verdict);
        if (terms.ConsecutiveSuccessLimit is { } inARow && PassedInARow >= inARow && LacksEvidence(terms) is null)
            return new Decided(Verdict.Passed($"{PassedInARow} measurements in a row passed, {inARow} are needed. {Last}"));
        return Taken >= terms.Count ? new Decided(AtTheEnd(terms)) : new StillMeasuring();
    }

    /// <summary>The verdict when there is no more time to measure. Too little evidence is no pass.</summary>
    public Verdict Conclude(GateTerms terms) => Judge(terms) is Decided decided ? decided.Verdict : AtTheEnd(terms);

    private Verdict? Broken(GateTerms terms)
    {
        if (Failed > terms.FailureLimit)
            return Verdict.Failed($"{Failed} of {Taken} measurements failed, limit {terms.FailureLimit}. {LastFailure}");
        if (FailedInARow >= terms.ConsecutiveFailureLimit)
            return Verdict.Failed($"{FailedInARow} measurements in a row failed, limit {terms.ConsecutiveFailureLimit}. {LastFailure}");
        if (ErroredInARow > terms.ConsecutiveErrorLimit)
            return Verdict.Errored($"{ErroredInARow} errors in a row, limit {terms.ConsecutiveErrorLimit}. {Last}");
        if (Inconclusive > terms.InconclusiveLimit)
        {
            return Verdict.Inconclusive(
                $"{Inconclusive} of {Taken} measurements were inconclusive, limit {terms.InconclusiveLimit}. {Last}");
        }

        return null;
    }

    private Verdict AtTheEnd(GateTerms terms)
    {
        if (LacksEvidence(terms) is { } lacking)
            return Verdict.Inconclusive(lacking);
        return PassedInARow < terms.ConsecutiveSuccessLimit
            ? Verdict.Inconclusive($"{PassedInARow} measurements in a row passed, {terms.ConsecutiveSuccessLimit} are needed. {Last}")
            : Verdict.Passed($"{Passed} of {Taken} measurements passed, {Failed} failed, limit {terms.FailureLimit}. {Last}");
    }

    // One passed measurement at least, whatever the floor says.
    private string? LacksEvidence(GateTerms terms)
    {
        var samples = Math.Max(1, terms.Evidence.Samples);
        if (Passed < samples)
            return $"{Passed} of {Taken} measurements passed, {samples} are needed. {Last}".TrimEnd();
        return Requests < terms.Evidence.Requests
            ? $"{Requests} requests were measured, {terms.Evidence.Requests} are needed. {Last}".TrimEnd()
            : null;
    }
}
