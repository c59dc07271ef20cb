using Pulumi.Automation.Events;

namespace Pulumi.Automation.Commands;

/// <summary>The one door to the executable.</summary>
public abstract class PulumiCommand
{
    /// <param name="additionalEnv">On top of this process's own; null removes a variable.</param>
    /// <exception cref="Exceptions.CommandException">It ended with another code than 0.</exception>
    public abstract Task<CommandResult> RunAsync(
        IList<string> args,
        string workingDir,
        IDictionary<string, string?> additionalEnv,
        Action<string>? onStandardOutput = null,
        Action<string>? onStandardError = null,
        Action<EngineEvent>? onEngineEvent = null,
        CancellationToken cancellationToken = default);
}
