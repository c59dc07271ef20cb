using System.Collections.Immutable;
using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Gates.Regressions;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Plans;

/// <summary>From an environment and what is to be released in it to what a plan follows from.</summary>
public static class PlanRequests
{
    /// <summary>How the release's configuration names the job that migrates; it is no service of the course, but work before it.</summary>
    public const string Migration = "migration";

    /// <exception cref="ArgumentException">Nothing but the migration is to be released.</exception>
    public static PlanRequest Of(
        EnvironmentSettings environment,
        ReleaseBegins begins,
        ImageTag tag,
        ReleaseKind kind,
        FreezeCalendar freezes,
        DateTimeOffset start,
        PlanPlaces places)
    {
        // What is replaced in place goes first in its step, and so last on the way back: traffic returns in seconds, it in minutes.
        ImmutableArray<ServiceChange> services =
            [.. begins.Changes.Where(change => change.Service != Migration).OrderBy(change => change.Slot is not null)];
        ImmutableArray<GroupMember> members =
            [.. services.Select(change => new GroupMember(change.Service, change.Slot is null ? Movement.InPlace : Movement.Weighed))];
        var migrates = services.Length < begins.Changes.Length;
        var strategy = Strategy.Of(environment.Rollout, members);
        return new PlanRequest
        {
            Stack = environment.Stack,
            Kind = kind,
            Course = new RolloutCourse(members, strategy, CourseDeadlines.Of(environment.Rollout, migrates ? environment.Migration : null))
            {
                Migrates = migrates,
                Drills = environment.Rollout.Drill && strategy is not Rolling,
            },
            Versions = [.. services.Select(change => new PlannedVersion(change.Service, change.Slot, change.From, tag, change.Revision))],
            Rollout = environment.Rollout,
            SmokeTests = members.ToImmutableSortedDictionary(
                member => member.Service, member => environment.Services[member.Service].SmokeTests, StringComparer.Ordinal),
            Regressions = RegressionTerms.Of(environment.Rollout.Regression),
            Regression = new StatedRegression(
                (double)environment.Rollout.Regression.ErrorRatePercent / 100, environment.Rollout.Regression.ChancePercent / 100.0),
            Traffic = environment.Rollout.Expected.ToImmutableSortedDictionary(
                expected => expected.Key,
                expected => new ExpectedTraffic((double)expected.Value.RequestsPerSecond, (double)expected.Value.ErrorRatePercent / 100),
                StringComparer.Ordinal),
            Freezes = freezes,
            Start = start,
            Places = places,
        };
    }
}
