using System.Collections.Immutable;
using ReleaseInfra.Cli.Plans;
using ReleaseInfra.Cli.Rehearse.Faults;
using ReleaseInfra.Cli.Simulate.World;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Simulate;

/// <summary>Plans a release as it would be planned, under each policy.</summary>
internal sealed class SceneMaker(Workbench workbench, ReleaseRequest request)
{
    /// <exception cref="ReleaseFailure">The configuration has problems, or there is no such release to be made.</exception>
    public SimulatedScene Make(SimulatedPolicy policy, ImmutableArray<RehearsalFault> faults)
    {
        var settings = SimulatedSettings.Of(Settle(workbench.Read(request.Stack, null)), policy);
        var plan = PlanOf(settings);
        FaultPlaces.Require(faults, plan.Course, request.Stack);
        var began = new ReleaseBegan
        {
            Id = ReleaseId.Of(SimulatedScene.Start, plan.Hash),
            Stack = plan.Stack,
            Services = [.. plan.Versions.Select(version => new ReleasedService(version.Service, version.Slot, version.From, version.To))],
            By = workbench.Machine.Operator,
            Why = "simulation",
            Release = plan.Kind,
            PlanHash = plan.Hash,
            ConfigurationDigest = plan.Hash,
            Rules = JournalRules.Version,
            Course = plan.Course,
        };
        return new SimulatedScene(settings, began, faults);
    }

    private ReleasePlan PlanOf(EnvironmentSettings settings)
    {
        var known = settings.Release.Services.Keys;
        if (request.Services.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw ReleaseFailure.UnknownService(request.Stack, unknown, known);
        var begins = NextRelease.Of(settings.Release, request.Tag, request.Services) switch
        {
            ReleaseBegins next => next,
            NothingToRelease => throw ReleaseFailure.NothingToSimulate(request.Stack, request.Tag.Text),
            ReleaseUnderWay half => throw ReleaseFailure.ReleaseUnderWay(request.Stack, half),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no next release."),
        };
        if (begins.Changes.All(change => change.Service == PlanRequests.Migration))
            throw ReleaseFailure.MigrationAlone();
        // What the stack's file may not say need not be simulated.
        Settle(workbench.ReadWith(settings.Stack, settings.Release, begins.Release).Settings);
        return Planner.Plan(PlanRequests.Of(
            settings,
            begins,
            request.Tag,
            request.Kind,
            Calendars.Of(settings.Freezes, null),
            SimulatedScene.Start,
            new PlanPlaces(
                workbench.PlaceOfSetting(settings.Stack, "rollout.bake"),
                workbench.PlaceOfSetting(settings.Stack, "rollout.deadlines.rollBack"),
                workbench.PlaceOfSetting(settings.Stack, "freezes"))));
    }

    private EnvironmentSettings Settle(Checked<EnvironmentSettings> read) => read switch
    {
        Valid<EnvironmentSettings> valid => valid.Value,
        Invalid<EnvironmentSettings> invalid => throw ReleaseFailure.ReleaseRefused(request.Stack, invalid.Problems),
        _ => throw new InvalidOperationException($"{read.GetType().Name} is neither valid nor invalid."),
    };
}
