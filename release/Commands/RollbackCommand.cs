using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Runs;
using ReleaseInfra.Cli.Runs.Requests;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Commands;

/// <summary>Old versions get all traffic back at once, whatever state the newest release is in, and whoever carried it out.</summary>
internal sealed class RollbackCommand(Workbench workbench, ITerminal terminal, TimeProvider clock)
{
    public async Task<ExitCode> RunAsync(string stack, string reason, CarryArguments arguments, CancellationToken cancellation)
    {
        var name = KnownStack.Of(stack);
        var release = await NewestRelease.FindAsync(workbench.Journals, name.Name, cancellation);
        if (release is not null && CanGoBack(release.Standing, Settings(name)))
        {
            return await new HandCommand(workbench, terminal, clock, arguments).RunAsync(
                "rollback", release, _ => Ask(reason), CodeOf, JournalClaim.Break, cancellation);
        }

        return await AdoptAsync(name, reason, arguments, cancellation);
    }

    /// <summary>A release that was carried out without a journal is taken into one, so that it is known who undid it and why.</summary>
    private async Task<ExitCode> AdoptAsync(StackName stack, string reason, CarryArguments arguments, CancellationToken cancellation)
    {
        var settings = Settings(stack);
        var updates = await workbench.Engine.HistoryAsync(stack, cancellation);
        var adopted = Adoption.Of(settings, updates, workbench.Machine.Operator, reason, workbench.DigestOf(stack), clock.GetUtcNow())
            ?? throw ReleaseFailure.NothingToRollBack(stack.Name);
        var carry = new Carry("rollback", stack.Name, (opening, token) => opening.BeginAsync(adopted, token))
        {
            First = run => run.AskAsync(Ask(reason)),
            Code = CodeOf,
        };
        return await new Carrying(workbench, terminal, clock, arguments).RunAsync(carry, cancellation);
    }

    private AskToRollBack Ask(string reason) => new(workbench.Machine.Operator, reason);

    // What runs is what matters now: rules between it and the file are for going forward.
    private EnvironmentSettings Settings(StackName stack) => workbench.Read(stack.Name, null) switch
    {
        Valid<EnvironmentSettings> valid => valid.Value,
        Invalid<EnvironmentSettings> invalid => throw ReleaseFailure.ReleaseRefused(stack.Name, invalid.Problems),
        var other => throw new InvalidOperationException($"{other.GetType().Name} is neither valid nor invalid."),
    };

    /// <summary>Still under way, or over with everything on its new versions, and nothing has changed since.</summary>
    private static bool CanGoBack(ReleaseStanding standing, EnvironmentSettings settings) => standing.State switch
    {
        RolledBack or Aborted => false,
        Settled => ReleaseConfiguration.Find(standing.Began, settings.Release) is not null,
        _ => true,
    };

    private static ExitCode CodeOf(RolloutState state, string? left) =>
        state is RolledBack or Aborted ? ExitCode.Done : RunEnd.CodeOf(state, left);
}
