using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Rollouts;

/// <summary>How long each kind of work may take before the release goes back.</summary>
public sealed record CourseDeadlines
{
    /// <summary>Checks before anything is done, and the proof of the way back before a step.</summary>
    public TimeSpan Proof { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan Backup { get; init; } = TimeSpan.FromHours(1);

    public TimeSpan Migration { get; init; } = TimeSpan.FromMinutes(30);

    public TimeSpan Deploy { get; init; } = TimeSpan.FromMinutes(30);

    public required TimeSpan Health { get; init; }

    public required TimeSpan Smoke { get; init; }

    /// <summary>From a write of weights to an observed share, and from the end of a bake to a verdict.</summary>
    public required TimeSpan Metrics { get; init; }

    public required TimeSpan RollBack { get; init; }

    /// <summary>After full cut-over; not a deadline itself, the watch's is this and <see cref="Metrics"/>.</summary>
    public required TimeSpan Watch { get; init; }

    public TimeSpan Approval { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long a release may be held for another reason than an approval.</summary>
    public TimeSpan Hold { get; init; } = TimeSpan.FromHours(1);

    /// <param name="migration">Null where nothing is migrated.</param>
    public static CourseDeadlines Of(RolloutSettings rollout, MigrationSettings? migration)
    {
        var deadlines = new CourseDeadlines
        {
            Health = rollout.Deadlines.Health,
            Smoke = rollout.Deadlines.Smoke,
            Metrics = rollout.Deadlines.Metrics,
            RollBack = rollout.Deadlines.RollBack,
            Watch = rollout.Watch,
        };
        // One more minute for each execution: the platform starts and ends it.
        return migration is null ? deadlines : deadlines with
        {
            Migration = (migration.Retries + 1) * TimeSpan.FromSeconds(migration.TimeoutSeconds + 60),
        };
    }
}
