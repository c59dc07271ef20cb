using Pulumi.Automation.Commands;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Engine.Automation;

/// <param name="WorkspaceFolder">Where Pulumi.yaml is.</param>
/// <param name="Backend">For people: where the state is.</param>
/// <param name="Executable">The one to drive; fails like a process that cannot be started where there is none.</param>
/// <param name="ReadRelease">A release as a stack's configuration has it, from JSON; null for what is none.</param>
internal sealed record PulumiEngineOptions(
    string WorkspaceFolder,
    string Backend,
    Func<CancellationToken, Task<PulumiCommand>> Executable,
    Func<string, ReleaseSettings?> ReadRelease,
    Machine Machine,
    TimeProvider Clock);
