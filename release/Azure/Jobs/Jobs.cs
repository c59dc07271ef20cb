using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Azure.Resources;

namespace ReleaseInfra.Cli.Azure.Jobs;

internal sealed class Jobs(AzureCalls calls, LongRunningCalls operations) : IJobs
{
    // Of being started or stopped; how long an execution runs is another matter.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public async Task<JobState?> FindAsync(AzureId job, CancellationToken cancellation) =>
        await calls.FindAsync(AzureRequest.Get(job.Path, ApiVersions.ContainerApps), cancellation) is { } answer
            ? Job(answer.Json())
            : null;

    public async Task<string> StartAsync(AzureId job, CancellationToken cancellation)
    {
        var started = await operations.CompleteAsync(
            AzureRequest.PostOnce($"{job}/start", ApiVersions.ContainerApps), Limit, cancellation);
        return NameOf(started.Last) ?? NameOf(started.First)
            ?? throw new AzureOutcomeUnknown(started.First.Call, "no answer names the execution.");
    }

    public async Task<JobExecution?> FindExecutionAsync(AzureId job, string execution, CancellationToken cancellation) =>
        await calls.FindAsync(AzureRequest.Get($"{job}/executions/{execution}", ApiVersions.ContainerApps), cancellation) is { } answer
            ? Execution(answer.Json())
            : null;

    public async Task<ImmutableArray<JobExecution>> ExecutionsAsync(AzureId job, CancellationToken cancellation) =>
    [
        .. (await calls.ListAsync(AzureRequest.Get($"{job}/executions", ApiVersions.ContainerApps), cancellation)).Select(Execution),
    ];

    public Task StopAsync(AzureId job, string execution, CancellationToken cancellation) => operations.CompleteAsync(
        AzureRequest.Post($"{job}/executions/{execution}/stop", ApiVersions.ContainerApps), Limit, cancellation);

    private static string? NameOf(AzureAnswer answer) =>
        answer.Read() is { } body && new WireJson(answer.Call, body).TextOrNull("name") is { Length: > 0 } name ? name : null;

    private static JobState Job(WireJson job) =>
        new(job.Text("name"), job.TextOrNull("properties", "provisioningState"), AppWire.Containers(job));

    private static JobExecution Execution(WireJson execution) => new(
        execution.Text("name"),
        execution.Text("properties", "status"),
        execution.TimeOrNull("properties", "startTime"),
        execution.TimeOrNull("properties", "endTime"));
}
