using System.Collections.Immutable;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Tests.Support.Rollouts;

/// <summary>Courses of every shape that a release can have.</summary>
public static class Courses
{
    public static readonly TimeSpan Bake = TimeSpan.FromMinutes(5);

    public static readonly CourseDeadlines Deadlines = new()
    {
        Health = TimeSpan.FromMinutes(1),
        Smoke = TimeSpan.FromMinutes(5),
        Metrics = TimeSpan.FromMinutes(15),
        RollBack = TimeSpan.FromMinutes(5),
        Watch = TimeSpan.FromHours(1),
    };

    public static readonly GroupMember Web = new("web", Movement.Weighed);
    public static readonly GroupMember Api = new("api", Movement.Weighed);
    public static readonly GroupMember Worker = new("worker", Movement.InPlace);

    public static RolloutCourse Canary(params int[] weights) =>
        new([Web], new Canary([.. weights.Select(weight => new TrafficStep(weight, Bake))]), Deadlines);

    public static RolloutCourse BlueGreen { get; } = new([Web], new BlueGreen(Bake), Deadlines);

    public static RolloutCourse Rolling { get; } = new([Worker], new Rolling(Bake), Deadlines);

    /// <summary>Strategies, weights, groups and orders; with and without migration and drill where it makes a difference.</summary>
    public static ImmutableArray<RolloutCourse> All { get; } =
    [
        .. from course in new[] { BlueGreen, Rolling }
           from migrates in new[] { false, true }
           from drills in new[] { false, true }
           select course with { Migrates = migrates, Drills = drills },
        new RolloutCourse([Worker, new GroupMember("mailer", Movement.InPlace)], new Rolling(Bake), Deadlines),
        new RolloutCourse([Web, Worker], new BlueGreen(Bake, NeedsApproval: true), Deadlines),
        Canary(1, 2, 3, 99, 100),
        new RolloutCourse([Web], new Canary(Bake), Deadlines) { Migrates = true },
        new RolloutCourse([Worker, Api, Web], new Canary([new TrafficStep(5, Bake, NeedsApproval: true), new TrafficStep(50, Bake), new TrafficStep(100, Bake, NeedsApproval: true)]), Deadlines) { Drills = true },
    ];
}
