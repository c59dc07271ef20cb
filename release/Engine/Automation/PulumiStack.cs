using System.ComponentModel;
using Pulumi.Automation;
using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.Exceptions;
using ReleaseInfra.Cli.Engine.Automation.Failures;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Engine.Automation;

/// <summary>A stack of the backend's, opened by the executable; what it says no to becomes a sentence.</summary>
internal sealed class PulumiStack
{
    private readonly StackName _name;
    private readonly string _backend;
    private readonly WorkspaceStack _stack;
    private readonly SecretTexts _secrets;

    private PulumiStack(StackName name, string backend, WorkspaceStack stack, SecretTexts secrets) =>
        (_name, _backend, _stack, _secrets) = (name, backend, stack, secrets);

    /// <remarks>
    /// Never makes one: a stack is made with a secrets provider that somebody has to choose, and making one writes to the stack's
    /// file. Settings are never handed to the SDK, which would write the files anew and drop their comments.
    /// </remarks>
    /// <exception cref="ReleaseFailure">There is no executable, no login or no such stack.</exception>
    public static async Task<PulumiStack> OpenAsync(
        PulumiEngineOptions options,
        StackName name,
        SecretTexts secrets,
        CancellationToken cancellation)
    {
        try
        {
            var workspace = await LocalWorkspace.CreateAsync(
                new LocalWorkspaceOptions
                {
                    WorkDir = options.WorkspaceFolder,
                    // The static openers of stacks would look for an executable of their own.
                    PulumiCommand = await options.Executable(cancellation),
                    EnvironmentVariables = new Dictionary<string, string?> { ["PULUMI_SKIP_UPDATE_CHECK"] = "true" },
                },
                cancellation);
            var stack = await WorkspaceStack.SelectAsync(name.Name, workspace, cancellation);
            return new PulumiStack(name, options.Backend, stack, secrets);
        }
        catch (Win32Exception missing)
        {
            throw ReleaseFailure.NoPulumi(missing);
        }
        catch (InvalidOperationException unfit)
        {
            throw ReleaseFailure.PulumiUnfit(unfit);
        }
        catch (StackNotFoundException)
        {
            throw ReleaseFailure.NoStack(name.Name, options.Backend);
        }
        catch (CommandException failed)
        {
            var complaint = new EngineComplaint(secrets);
            throw ReleaseFailure.PulumiFailed(complaint.Text(failed), complaint.Details(failed));
        }
    }

    /// <param name="learn">What to do before a failure is told, to know the secrets that may stand in it.</param>
    /// <exception cref="ReleaseFailure">Pulumi failed.</exception>
    public async Task<T> AskAsync<T>(Func<WorkspaceStack, EngineComplaint, Task<T>> ask, Func<Task>? learn = null)
    {
        var complaint = new EngineComplaint(_secrets);
        try
        {
            return await ask(_stack, complaint);
        }
        catch (CommandException failed)
        {
            if (learn is not null)
                await learn();
            throw Explain(failed, complaint);
        }
        catch (NoSummaryEventException silent)
        {
            throw ReleaseFailure.PulumiFailed("it ended well, and did not say what it found", silent);
        }
    }

    private ReleaseFailure Explain(CommandException failed, EngineComplaint complaint) => failed switch
    {
        StackNotFoundException => ReleaseFailure.NoStack(_name.Name, _backend),
        ConcurrentUpdateException => ReleaseFailure.LockedInBackend(_name.Name, BackendLock.HolderIn(failed.Message)),
        _ when complaint.IsPlanViolation(failed) => ReleaseFailure.LeftThePlan(_name.Name, complaint.Text(failed)),
        _ => ReleaseFailure.PulumiFailed(complaint.Text(failed), complaint.Details(failed)),
    };
}
