using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Plans;

/// <summary>Plans a release of a stack as its files and its engine have it now. The dry run and the real one share it.</summary>
internal sealed class PlanMaker(Workbench workbench, TimeProvider clock)
{
    /// <exception cref="ReleaseFailure">What was asked for is no release: an unknown service, or one between two versions.</exception>
    public async Task<PlanOutcome> MakeAsync(ReleaseRequest request, CancellationToken cancellation)
    {
        var applied = StackName.Find(request.Stack) is { } stack ? await workbench.Engine.RecallAsync(stack, cancellation) : null;
        return workbench.Read(request.Stack, applied?.Release) switch
        {
            Valid<EnvironmentSettings> { Value: var environment } => Begin(request, environment) switch
            {
                ReleaseBegins begins => Plan(request, environment.Release, begins, environment.Stack),
                NothingToRelease => new NothingToPlan(),
                ReleaseUnderWay half => throw ReleaseFailure.ReleaseUnderWay(request.Stack, half),
                var other => throw new InvalidOperationException($"{other.GetType().Name} is no next release."),
            },
            Invalid<EnvironmentSettings> invalid => new PlanRefused(invalid.Problems),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is neither valid nor invalid."),
        };
    }

    private static NextRelease Begin(ReleaseRequest request, EnvironmentSettings environment)
    {
        var known = environment.Release.Services.Keys;
        if (request.Services.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw ReleaseFailure.UnknownService(request.Stack, unknown, known);
        return NextRelease.Of(environment.Release, request.Tag, request.Services);
    }

    private PlanOutcome Plan(ReleaseRequest request, ReleaseSettings running, ReleaseBegins begins, StackName stack)
    {
        if (begins.Changes.All(change => change.Service == PlanRequests.Migration))
            throw ReleaseFailure.MigrationAlone();

        // As the stack's file would be after the first change: what that may not say need not be planned.
        return workbench.ReadWith(stack, running, begins.Release).Settings switch
        {
            Invalid<EnvironmentSettings> invalid => new PlanRefused(invalid.Problems),
            Valid<EnvironmentSettings> { Value: var environment } => new PlanMade(
                Planner.Plan(PlanRequests.Of(
                    environment,
                    begins,
                    request.Tag,
                    request.Kind,
                    Calendars.Of(environment.Freezes, request.IncidentEnded),
                    clock.GetUtcNow(),
                    Places(stack))),
                begins,
                environment),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is neither valid nor invalid."),
        };
    }

    private PlanPlaces Places(StackName stack) => new(
        workbench.PlaceOfSetting(stack, "rollout.bake"),
        workbench.PlaceOfSetting(stack, "rollout.deadlines.rollBack"),
        workbench.PlaceOfSetting(stack, "freezes"));
}

/// <param name="Services">None for all.</param>
/// <param name="IncidentEnded">The last major incident's end, where the settings do not know it yet; null where there was none.</param>
internal sealed record ReleaseRequest(
    string Stack, ImageTag Tag, IReadOnlyList<string> Services, ReleaseKind Kind, DateTimeOffset? IncidentEnded);
