using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Runs;

/// <summary>A release that others carried out, such as by <c>up</c>, as far as the configuration tells of it.</summary>
internal static class Adoption
{
    // No plan was ever made of it.
    private static readonly string NoPlan = new('0', 64);

    /// <param name="updates">Of the stack, the oldest first: they tell what once served, and what came last.</param>
    /// <returns>Null where no service has an older version beside the one that serves.</returns>
    public static ReleaseBegan? Of(
        EnvironmentSettings settings, ImmutableArray<StackUpdate> updates, string by, string why, string digest, DateTimeOffset now)
    {
        ImmutableArray<(ReleasedService Service, int Arrived)> candidates =
        [
            .. from release in settings.Release.Services
               let moved = Moved(release.Key, release.Value)
               where moved is not null && Served(updates, moved)
               select (moved, Arrived(updates, moved)),
        ];
        // What came before the last version is somebody else's release, and stays.
        var last = candidates.IsEmpty ? null : candidates.MaxBy(candidate => candidate.Arrived).Service.To;
        ImmutableArray<ReleasedService> services =
            [.. candidates.Where(candidate => candidate.Service.To == last).Select(candidate => candidate.Service)];
        if (services.IsEmpty)
            return null;
        ImmutableArray<GroupMember> members = [.. services.Select(service => new GroupMember(service.Service, Movement.Weighed))];
        return new ReleaseBegan
        {
            Id = ReleaseId.Of(now, NoPlan),
            Stack = settings.Stack,
            Services = services,
            By = by,
            Why = why,
            Release = new RegularRelease(),
            PlanHash = NoPlan,
            ConfigurationDigest = digest,
            Rules = JournalRules.Version,
            IsAdopted = true,
            Course = new RolloutCourse(
                members, Strategy.Of(settings.Rollout, members), CourseDeadlines.Of(settings.Rollout, migration: null)),
        };
    }

    /// <summary>The newest slot has traffic, and the other one the version before.</summary>
    private static ReleasedService? Moved(string service, ServiceRelease release) =>
        release is BlueGreenRelease slots
        && slots[slots.Newest] is { Weight: > 0, Tag: { } to }
        && slots[slots.Newest.Other()].Tag is { } from
            ? new ReleasedService(service, slots.Newest, from, to)
            : null;

    /// <summary>A version that never had traffic may never have been made.</summary>
    private static bool Served(ImmutableArray<StackUpdate> updates, ReleasedService moved) => updates
        .SelectMany(update => update.Release)
        .Where(row => row.Service == moved.Service && row.Slot == moved.Slot!.Value.Other())
        .SelectMany(row => new[] { row.From, row.To })
        .Any(version => version is { Weight: > 0 } && version.Tag == moved.From);

    private static int Arrived(ImmutableArray<StackUpdate> updates, ReleasedService moved) => updates
        .Where(update => update.Release.Any(row => row.Service == moved.Service && row.Slot == moved.Slot && row.To?.Tag == moved.To))
        .Select(update => update.Number)
        .LastOrDefault();
}
