using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.Events;

namespace Pulumi.Automation.Commands;

/// <summary>The executable that is installed on this machine.</summary>
public class LocalPulumiCommand : PulumiCommand
{
    public const string SkipVersionCheckVar = "PULUMI_AUTOMATION_API_SKIP_VERSION_CHECK";

    private readonly string _executable;

    private LocalPulumiCommand(string executable) => _executable = executable;

    /// <exception cref="InvalidOperationException">It does not say its version, or is too old or too new.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such executable.</exception>
    public static async Task<LocalPulumiCommand> CreateAsync(
        LocalPulumiCommandOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var executable = options?.Root is { } root ? Path.Combine(root, "bin", "pulumi") : "pulumi";
        var said = await ExecutableRun.RunAsync(
            executable,
            ["version"],
            Environment.CurrentDirectory,
            new Dictionary<string, string?>(),
            onOutput: null,
            onError: null,
            cancellationToken).ConfigureAwait(false);
        if (said.Code != 0)
            throw new InvalidOperationException($"failed to get pulumi version: {said.StandardOutput}");
        if (options?.SkipVersionCheck != true && Environment.GetEnvironmentVariable(SkipVersionCheckVar) is null)
            CliVersion.Check(said.StandardOutput.Trim());
        return new LocalPulumiCommand(executable);
    }

    public override async Task<CommandResult> RunAsync(
        IList<string> args,
        string workingDir,
        IDictionary<string, string?> additionalEnv,
        Action<string>? onStandardOutput = null,
        Action<string>? onStandardError = null,
        Action<EngineEvent>? onEngineEvent = null,
        CancellationToken cancellationToken = default)
    {
        // Without it a command that misses something would ask for it, and wait for ever.
        var arguments = args.Append("--non-interactive");
        if (onEngineEvent is null)
            return await RunAsync(arguments, additionalEnv).ConfigureAwait(false);

        using var log = new EventLog(args[0]);
        var told = new Dictionary<string, string?>(additionalEnv) { ["PULUMI_DEBUG_COMMANDS"] = "true" };
        return await log.FollowAsync(() => RunAsync([.. arguments, "--event-log", log.File], told), onEngineEvent).ConfigureAwait(false);

        async Task<CommandResult> RunAsync(IEnumerable<string> all, IDictionary<string, string?> environment)
        {
            var result = await ExecutableRun.RunAsync(
                _executable, all, workingDir, environment, onStandardOutput, onStandardError, cancellationToken).ConfigureAwait(false);
            return result.Code == 0 ? result : throw CommandException.Of(result);
        }
    }
}
