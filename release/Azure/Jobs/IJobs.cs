using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Resources;

namespace ReleaseInfra.Cli.Azure.Jobs;

internal interface IJobs
{
    /// <returns>Null where there is none.</returns>
    Task<JobState?> FindAsync(AzureId job, CancellationToken cancellation);

    /// <summary>Begins another execution, each time that it is called. Never sent again once it may have arrived.</summary>
    /// <returns>The execution's name.</returns>
    /// <exception cref="Failures.AzureOutcomeUnknown">It may have begun: <see cref="ExecutionsAsync"/> tells.</exception>
    Task<string> StartAsync(AzureId job, CancellationToken cancellation);

    /// <returns>Null where there is none.</returns>
    Task<JobExecution?> FindExecutionAsync(AzureId job, string execution, CancellationToken cancellation);

    Task<ImmutableArray<JobExecution>> ExecutionsAsync(AzureId job, CancellationToken cancellation);

    Task StopAsync(AzureId job, string execution, CancellationToken cancellation);
}

internal sealed record JobState(string Name, string? ProvisioningState, ImmutableArray<ContainerState> Containers);

/// <param name="Status">Azure's word: <c>Running</c>, <c>Succeeded</c>, <c>Failed</c>, and there may be new ones any day.</param>
internal sealed record JobExecution(string Name, string Status, DateTimeOffset? Started, DateTimeOffset? Ended);
