using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Runs.Stacks;
using ReleaseInfra.Cli.Runs.Workloads;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Runs;

/// <summary>A release under way, with everything that its work is done with.</summary>
/// <param name="Settings">As the files had them when the release was taken up.</param>
/// <param name="Written">What the stack's file says at each state.</param>
/// <param name="Workloads">In the order of the course's members.</param>
internal sealed record Underway(
    RunJournal Journal,
    EnvironmentSettings Settings,
    ReleaseConfiguration Written,
    ImmutableArray<IWorkload> Workloads,
    StackUpdates Stack,
    IAzure Azure,
    AzureGroup Group,
    TimeProvider Time)
{
    public IEnumerable<WeighedWorkload> Weighed => Workloads.OfType<WeighedWorkload>();

    /// <summary>What the stack's file is to say at a state.</summary>
    /// <exception cref="ReleaseFailure">It cannot be read now.</exception>
    public ReleaseSettings At(RolloutState state) => Written.At(state, Stack.Read().Release);

    /// <summary>The same, with a service without slots on its new or its old version.</summary>
    /// <exception cref="ReleaseFailure">It cannot be read now.</exception>
    public ReleaseSettings At(RolloutState state, string service, bool isNew) => Written.At(state, Stack.Read().Release, service, isNew);

    /// <exception cref="ArgumentException">The release moves no such service.</exception>
    public IWorkload this[string service] => Workloads.FirstOrDefault(workload => workload.Service == service)
        ?? throw new ArgumentException($"The release moves no '{service}'.", nameof(service));
}
