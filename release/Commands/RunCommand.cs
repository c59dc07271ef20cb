using ReleaseInfra.Cli.Plans;
using ReleaseInfra.Cli.Runs;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Commands;

/// <summary>Plans a release, asks, and carries it out.</summary>
internal sealed class RunCommand(Workbench workbench, ITerminal terminal, TimeProvider clock)
{
    public async Task<ExitCode> RunAsync(RunArguments arguments, CancellationToken cancellation)
    {
        var request = arguments.Release;
        await RefuseWhileOpenAsync(KnownStack.Of(request.Stack).Name, cancellation);
        switch (await new PlanMaker(workbench, clock).MakeAsync(request, cancellation))
        {
            case PlanMade made:
                return await CarryOutAsync(arguments, made, cancellation);

            case NothingToPlan:
                terminal.Error.WriteLine($"{request.Stack} serves {request.Tag.Text} already: there is nothing to release.");
                return ExitCode.Done;

            case PlanRefused refused:
                return terminal.Refuse(request.Stack, refused.Problems);

            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} is no result of planning.");
        }
    }

    private async Task RefuseWhileOpenAsync(string stack, CancellationToken cancellation)
    {
        if (await NewestRelease.FindAsync(workbench.Journals, stack, cancellation) is { Standing: { HasEnded: false } open })
            throw ReleaseFailure.ReleaseOpen(stack, open.Began.Id.Text, open.State.Words);
    }

    private async Task<ExitCode> CarryOutAsync(RunArguments arguments, PlanMade made, CancellationToken cancellation)
    {
        var plan = made.Plan;
        if (arguments.Plan is { } agreed && !plan.Hash.StartsWith(agreed, StringComparison.OrdinalIgnoreCase))
            throw ReleaseFailure.OtherPlan(plan.Stack.Name, agreed, plan.Hash);
        if (arguments.Carry.Format == OutputFormat.Text)
            PlanTable.Write(plan, new StyledWriter(terminal.Output, terminal.OutputColour));
        if (made.Code != ExitCode.Done && (made.Code == ExitCode.Frozen || arguments.Despite is null))
        {
            terminal.Refuse(plan.Stack.Name, plan.Problems);
            return made.Code;
        }

        if (!arguments.Yes && arguments.Plan is null)
            await AskAsync(plan.Stack.Name, cancellation);
        var carry = new Carry("run", plan.Stack.Name, (opening, token) => opening.BeginAsync(Beginning(arguments, made), token))
        {
            IncidentEnded = arguments.Release.IncidentEnded,
            First = run => NoteAsync(run, arguments.Despite),
        };
        return await new Carrying(workbench, terminal, clock, arguments.Carry).RunAsync(carry, cancellation);
    }

    private async Task NoteAsync(OpenRun run, string? despite)
    {
        if (despite is not null)
            await run.Journal.WriteAsync(new NoteWritten(workbench.Machine.Operator, $"carried out despite the plan's problems: {despite}"));
    }

    private async Task AskAsync(string stack, CancellationToken cancellation)
    {
        var answer = await terminal.AskAsync($"Carry this out in {stack}? [y/N] ", cancellation) ?? throw ReleaseFailure.NobodyToAsk("run", stack);
        if (answer.Trim().ToLowerInvariant() is not ("y" or "yes"))
            throw ReleaseFailure.Declined(stack);
    }

    private ReleaseBegan Beginning(RunArguments arguments, PlanMade made) => new()
    {
        Id = ReleaseId.Of(clock.GetUtcNow(), made.Plan.Hash),
        Stack = made.Plan.Stack,
        Services =
        [
            .. made.Plan.Versions.Select(version => new ReleasedService(version.Service, version.Slot, version.From, version.To)),
        ],
        By = workbench.Machine.Operator,
        Why = arguments.Why ?? (made.Plan.Kind as UrgentRelease)?.Reason ?? $"release {arguments.Release.Tag.Text}",
        Release = made.Plan.Kind,
        PlanHash = made.Plan.Hash,
        ConfigurationDigest = workbench.DigestOf(made.Plan.Stack),
        Rules = JournalRules.Version,
        Committed = arguments.Committed,
        Course = made.Plan.Course,
    };
}
