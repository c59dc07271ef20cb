namespace ReleaseInfra.Rehearsal.Jobs;

/// <summary>How an execution of a job will go.</summary>
public abstract record JobOutcome
{
    private protected JobOutcome()
    {
    }
}

/// <param name="After">Beyond the job's <c>replicaTimeout</c> it fails at that time instead.</param>
public sealed record JobEnds(bool Succeeds, TimeSpan After) : JobOutcome;

/// <summary>Somebody runs it and reports its end; until then, or until its timeout, it is running.</summary>
public sealed record JobIsReported : JobOutcome;

public interface IJobOutcomes
{
    JobOutcome Of(string jobId, string execution);
}

/// <summary>Every execution succeeds at once.</summary>
public sealed class AlwaysSucceeds : IJobOutcomes
{
    public JobOutcome Of(string jobId, string execution) => new JobEnds(Succeeds: true, TimeSpan.Zero);
}
