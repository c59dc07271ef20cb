using System.Collections.Immutable;
using Pulumi.Automation.Commands;
using Pulumi.Automation.Events;

namespace Pulumi.Automation;

/// <summary>One project, with the commands that are about it.</summary>
public abstract class Workspace : IDisposable
{
    private readonly PulumiCommand _command;

    internal Workspace(PulumiCommand command) => _command = command;

    public abstract string WorkDir { get; }

    public abstract IDictionary<string, string?>? EnvironmentVariables { get; set; }

    /// <exception cref="Commands.Exceptions.StackNotFoundException">The backend has no such stack.</exception>
    public abstract Task SelectStackAsync(string stackName, CancellationToken cancellationToken);

    public abstract Task<ImmutableDictionary<string, OutputValue>> GetStackOutputsAsync(
        string stackName,
        CancellationToken cancellationToken = default);

    public abstract Task<StackDeployment> ExportStackAsync(string stackName, CancellationToken cancellationToken = default);

    public virtual void Dispose() => GC.SuppressFinalize(this);

    internal Task<CommandResult> RunCommandAsync(
        IList<string> args,
        CancellationToken cancellation,
        Action<EngineEvent>? onEvent = null) => _command.RunAsync(
            args,
            WorkDir,
            EnvironmentVariables ?? new Dictionary<string, string?>(),
            onEngineEvent: onEvent,
            cancellationToken: cancellation);
}
