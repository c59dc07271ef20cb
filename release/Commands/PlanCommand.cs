using ReleaseInfra.Cli.Plans;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Commands;

/// <summary>Says what a release would do, how long it would take, and what each step of it could see. Changes nothing.</summary>
internal sealed class PlanCommand(Workbench workbench, ITerminal terminal, TimeProvider clock)
{
    public async Task<ExitCode> RunAsync(PlanArguments arguments, CancellationToken cancellation)
    {
        var tag = ImageTag.TryParse(arguments.Tag, out var parsed) ? parsed : throw ReleaseFailure.NoTag(arguments.Tag);
        var applied = StackName.Find(arguments.Stack) is { } stack ? await workbench.Engine.RecallAsync(stack, cancellation) : null;
        return workbench.Read(arguments.Stack, applied?.Release) switch
        {
            Valid<EnvironmentSettings> { Value: var environment } => Begin(arguments, environment, tag) switch
            {
                ReleaseBegins begins => Plan(arguments, environment.Release, begins, environment.Stack, tag),
                NothingToRelease => Nothing(arguments, tag),
                ReleaseUnderWay half => throw ReleaseFailure.ReleaseUnderWay(arguments.Stack, half),
                var other => throw new InvalidOperationException($"{other.GetType().Name} is no next release."),
            },
            Invalid<EnvironmentSettings> invalid => Refuse(arguments, invalid),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is neither valid nor invalid."),
        };
    }

    private static NextRelease Begin(PlanArguments arguments, EnvironmentSettings environment, ImageTag tag)
    {
        var known = environment.Release.Services.Keys;
        if (arguments.Services.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw ReleaseFailure.UnknownService(arguments.Stack, unknown, known);
        return NextRelease.Of(environment.Release, tag, arguments.Services);
    }

    private ExitCode Plan(PlanArguments arguments, ReleaseSettings running, ReleaseBegins begins, StackName stack, ImageTag tag)
    {
        if (begins.Changes.All(change => change.Service == PlanRequests.Migration))
            throw ReleaseFailure.MigrationAlone();

        // As the stack's file would be after the first change: what that may not say need not be planned.
        switch (workbench.ReadWith(stack, running, begins.Release).Settings)
        {
            case Invalid<EnvironmentSettings> invalid:
                return Refuse(arguments, invalid);

            case Valid<EnvironmentSettings> { Value: var environment }:
                var plan = Planner.Plan(PlanRequests.Of(
                    environment, begins, tag, arguments.Kind, Calendar(environment, arguments), clock.GetUtcNow(), Places(stack)));
                Show(arguments, plan);
                return plan switch
                {
                    { Freeze: Frozen } => ExitCode.Frozen,
                    { Problems: [] } => ExitCode.Done,
                    _ => ExitCode.Configuration,
                };

            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} is neither valid nor invalid.");
        }
    }

    private PlanPlaces Places(StackName stack) => new(
        workbench.PlaceOfSetting(stack, "rollout.bake"),
        workbench.PlaceOfSetting(stack, "rollout.deadlines.rollBack"),
        workbench.PlaceOfSetting(stack, "freezes"));

    private static FreezeCalendar Calendar(EnvironmentSettings environment, PlanArguments arguments)
    {
        try
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(environment.Freezes.TimeZone);
            return new FreezeCalendar(environment.Freezes, zone, arguments.IncidentEnded);
        }
        catch (Exception absent) when (absent is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw ReleaseFailure.NoTimeZone(environment.Freezes.TimeZone, absent);
        }
    }

    private void Show(PlanArguments arguments, ReleasePlan plan)
    {
        if (arguments.Format == OutputFormat.Json)
        {
            PlanJson.Write(plan, terminal.Output);
            return;
        }

        PlanTable.Write(plan, new StyledWriter(terminal.Output, terminal.OutputColour));
        if (plan.Problems is not [])
            terminal.Refuse(arguments.Stack, plan.Problems);
    }

    private ExitCode Nothing(PlanArguments arguments, ImageTag tag)
    {
        if (arguments.Format == OutputFormat.Json)
            PlanJson.WriteNone(arguments.Stack, [], terminal.Output);
        else
            terminal.Output.WriteLine($"{arguments.Stack} serves {tag.Text} already: there is nothing to release.");
        return ExitCode.Done;
    }

    private ExitCode Refuse(PlanArguments arguments, Invalid<EnvironmentSettings> invalid)
    {
        if (arguments.Format == OutputFormat.Json)
            PlanJson.WriteNone(arguments.Stack, invalid.Problems, terminal.Output);
        return terminal.Refuse(arguments.Stack, invalid.Problems);
    }
}
