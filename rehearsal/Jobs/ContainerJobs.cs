using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Registry;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Store;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Jobs;

/// <param name="Status">At the time of asking.</param>
public sealed record JobExecutionView(JobExecution Execution, JobStatus Status);

/// <summary>Executions of Container Apps jobs. Jobs themselves are resources like others.</summary>
/// <remarks>Every method throws <see cref="AzureException"/> where job or execution does not exist.</remarks>
public sealed class ContainerJobs
{
    private const string Type = "azure-native:app:Job";

    private readonly AzureStore _store;

    internal ContainerJobs(AzureStore store) => _store = store;

    /// <summary>Never idempotent: each call is another execution.</summary>
    /// <param name="template">In place of the job's containers for this execution, whole; null for the job's own.</param>
    /// <exception cref="AzureException">A container refers to a secret that the job has not.</exception>
    public Task<JobExecutionView> StartAsync(string jobId, IReadOnlyDictionary<string, object>? template, CancellationToken cancellation) =>
        _store.InTurnAsync(
            turn =>
            {
                var job = turn.Get(jobId, Type);
                var runs = Template(job, template);
                RefuseMissingSecrets(job, runs);
                var executions = Executions(turn, job);
                var name = $"{job.AzureName}-{Derived.Hex($"{turn.Options.Scope.Stack}{job.Id}/execution/{executions.Length + 1}", 7)}";
                var execution = Plan(turn, job, name, runs);
                turn.State = turn.State with
                {
                    Executions = turn.State.Executions.SetItem(job.Id, executions.Add(execution)),
                    Images = turn.State.Images.Union(Pulled(template)),
                };
                return View(turn, execution);
            },
            cancellation);

    /// <returns>The newest first.</returns>
    public Task<ImmutableArray<JobExecutionView>> ListAsync(string jobId, CancellationToken cancellation) => _store.InTurnAsync(
        turn => Executions(turn, turn.Get(jobId, Type)).Reverse().Select(execution => View(turn, execution)).ToImmutableArray(), cancellation);

    public Task<JobExecutionView> GetAsync(string jobId, string execution, CancellationToken cancellation) =>
        _store.InTurnAsync(turn => View(turn, Find(turn, turn.Get(jobId, Type), execution)), cancellation);

    /// <summary>One that has ended stays as it ended.</summary>
    public Task StopAsync(string jobId, string execution, CancellationToken cancellation) =>
        EndAsync(jobId, execution, JobStatus.Stopped, cancellation);

    /// <summary>Ends an execution that somebody really runs (<see cref="JobIsReported"/>).</summary>
    public Task ReportAsync(string jobId, string execution, bool succeeded, CancellationToken cancellation) =>
        EndAsync(jobId, execution, succeeded ? JobStatus.Succeeded : JobStatus.Failed, cancellation);

    private Task EndAsync(string jobId, string execution, JobStatus status, CancellationToken cancellation) => _store.ActAsync(
        turn =>
        {
            var job = turn.Get(jobId, Type);
            var found = Find(turn, job, execution);
            if (found.StatusAt(turn.Now) == JobStatus.Running)
            {
                var ended = Executions(turn, job).Replace(found, found with { Ends = turn.Now, AtEnd = status });
                turn.State = turn.State with { Executions = turn.State.Executions.SetItem(job.Id, ended) };
            }
        },
        cancellation);

    private static JobExecution Plan(Turn turn, AzureResource job, string name, ImmutableSortedDictionary<string, object> template)
    {
        var timeout = TimeSpan.FromSeconds(job.Declared.Whole("configuration.replicaTimeout", 1800));
        return turn.Options.JobOutcomes.Of(job.Id, name) switch
        {
            JobEnds ends when ends.After <= timeout =>
                new JobExecution(name, template, turn.Now, turn.Now + ends.After, ends.Succeeds ? JobStatus.Succeeded : JobStatus.Failed),
            _ => new JobExecution(name, template, turn.Now, turn.Now + timeout, JobStatus.Failed),
        };
    }

    private static ImmutableSortedDictionary<string, object> Template(AzureResource job, IReadOnlyDictionary<string, object>? stated)
    {
        var own = job.Inputs.GetValueOrDefault("template") as ImmutableSortedDictionary<string, object> ?? PlainValues.Empty;
        return stated is null ? own : own.SetItems(PlainValues.Map(stated));
    }

    /// <summary>The job's own images were there before it.</summary>
    private static IEnumerable<string> Pulled(IReadOnlyDictionary<string, object>? stated) => stated is null
        ? []
        : UsedImages.OfTemplate(PlainValues.Map(stated)).Select(image => image.ToString());

    private static void RefuseMissingSecrets(AzureResource job, ImmutableSortedDictionary<string, object> template)
    {
        var secrets = job.Select("configuration.secrets[].name").OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (AppInputs.SecretsReferredTo(template).FirstOrDefault(name => !secrets.Contains(name)) is { } missing)
        {
            throw AzureException.BadRequest(
                "ContainerAppSecretRefNotFound", "template.containers", $"{job.Title}: SecretRef '{missing}' not found among configuration.secrets.");
        }
    }

    private static ImmutableArray<JobExecution> Executions(Turn turn, AzureResource job) =>
        turn.State.Executions.GetValueOrDefault(job.Id, []);

    private static JobExecution Find(Turn turn, AzureResource job, string name) =>
        Executions(turn, job).FirstOrDefault(execution => execution.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw AzureException.NotFound("JobExecutionNotFound", $"{job.Id}/executions/{name}", $"{job.Title} has no execution '{name}'.");

    private static JobExecutionView View(Turn turn, JobExecution execution) => new(execution, execution.StatusAt(turn.Now));
}
