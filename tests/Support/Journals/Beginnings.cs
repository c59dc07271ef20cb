using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Tests.Support.Journals;

/// <summary>How releases begin.</summary>
public static class Beginnings
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Bake = TimeSpan.FromMinutes(5);

    private static readonly CourseDeadlines Deadlines = new()
    {
        Health = TimeSpan.FromMinutes(1),
        Smoke = TimeSpan.FromMinutes(5),
        Metrics = TimeSpan.FromMinutes(15),
        RollBack = TimeSpan.FromMinutes(5),
        Watch = TimeSpan.FromHours(1),
    };

    /// <summary>Of <c>web</c>, at 10 % and 100 %, without migration or drill.</summary>
    public static ReleaseBegan Web { get; } = new()
    {
        Id = ReleaseId.Parse("20261121-120000-0a1b2c3d"),
        Stack = StackName.Production,
        Services = [new ReleasedService("web", Slot.Green, ImageTag.Parse("v1.2.2"), ImageTag.Parse("v1.2.3"))],
        By = "ann@laptop",
        Why = "the new search",
        Release = new RegularRelease(),
        PlanHash = new string('a', 64),
        ConfigurationDigest = new string('c', 64),
        Rules = JournalRules.Version,
        Committed = Noon - TimeSpan.FromHours(3),
        Course = new RolloutCourse(
            [new GroupMember("web", Movement.Weighed)],
            new Canary([new TrafficStep(10, Bake), new TrafficStep(100, Bake)]),
            Deadlines),
    };

    /// <summary>Of <c>worker</c> and <c>web</c>, with everything that a release can have before its steps.</summary>
    public static ReleaseBegan Group { get; } = Web with
    {
        Services =
        [
            new ReleasedService("worker", null, null, ImageTag.Parse("v1.2.3")),
            new ReleasedService("web", Slot.Blue, ImageTag.Parse("v1.2.2"), ImageTag.Parse("v1.2.3")),
        ],
        Release = new Hotfix("customers cannot pay", TimeSpan.FromSeconds(90)),
        Committed = null,
        Course = new RolloutCourse(
            [new GroupMember("worker", Movement.InPlace), new GroupMember("web", Movement.Weighed)],
            new BlueGreen(Bake, NeedsApproval: true),
            Deadlines)
        {
            Migrates = true,
            Drills = true,
        },
    };
}
