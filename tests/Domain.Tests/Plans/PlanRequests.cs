using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Domain.Tests.Freezes;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Rollouts;
using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Tests.Plans;

internal static class PlanRequests
{
    private const string File = "stacks/environments/production.json";

    /// <summary>Worker and web to production by the default canary, on a Wednesday at nine; busy enough for every step to see.</summary>
    public static PlanRequest Production { get; } = new()
    {
        Stack = StackName.Production,
        Kind = new RegularRelease(),
        Course = new RolloutCourse([Courses.Worker, Courses.Web], new Canary(Courses.Bake), Courses.Deadlines) { Migrates = true, Drills = true },
        Versions =
        [
            new PlannedVersion("worker", null, ImageTag.Parse("v1.2.2"), ImageTag.Parse("v1.2.3"), 1),
            new PlannedVersion("web", Slot.Green, ImageTag.Parse("v1.2.2"), ImageTag.Parse("v1.2.3"), 1),
        ],
        Rollout = SettingsFixtures.Production.Rollout,
        Regression = new StatedRegression(0.05),
        Traffic = Asked(20),
        Freezes = new FreezeCalendar(
            new FreezeSettings("Amsterdam", [new WeeklyFreeze("night", [.. Enum.GetValues<DayOfWeek>()], new TimeOnly(20, 0), new TimeOnly(7, 0))], [], TimeSpan.Zero),
            Zones.Amsterdam,
            incidentEnded: null),
        Start = DateTimeOffset.Parse("2026-01-14T08:00Z"),
        Places = new PlanPlaces(At("rollout.bake", "5m"), At("rollout.deadlines.rollBack", "5m"), At("freezes", null)),
    };

    public static ImmutableSortedDictionary<string, ExpectedTraffic> Asked(double requestsPerSecond, double failureRate = 0.005) =>
        ImmutableSortedDictionary<string, ExpectedTraffic>.Empty.Add("web", new ExpectedTraffic(requestsPerSecond, failureRate));

    private static Place At(string path, string? value) => new(new SourceMark(File, 1, 1), path, value);
}
