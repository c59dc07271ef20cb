using System.Collections.Immutable;

namespace ReleaseInfra.Rehearsal.Jobs;

public enum JobStatus
{
    Running,
    Succeeded,
    Failed,
    Stopped,
}

/// <param name="Template">What it runs: the job's template, with the containers of the start's body where there was one.</param>
/// <param name="Ends">The last moment at which it can be running.</param>
/// <param name="AtEnd">Its status from then on.</param>
public sealed record JobExecution(
    string Name,
    ImmutableSortedDictionary<string, object> Template,
    DateTimeOffset Started,
    DateTimeOffset Ends,
    JobStatus AtEnd)
{
    public JobStatus StatusAt(DateTimeOffset now) => now >= Ends ? AtEnd : JobStatus.Running;
}
