using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Domain.Plans;

/// <summary>How long each kind of work is expected to take; from past releases where there are any.</summary>
public sealed record PredictedDurations
{
    public TimeSpan Preflight { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan Backup { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan Migration { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan Deploy { get; init; } = TimeSpan.FromMinutes(3);

    public TimeSpan Smoke { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>One write of weights, read back and seen in the requests: a service, one way.</summary>
    public TimeSpan Shift { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>What gates need however short the bake: some measurements, a minute each, and the time until their data are there.</summary>
    public TimeSpan Evidence { get; init; } = TimeSpan.FromMinutes(7);

    /// <summary>One service back to its old version, from the decision.</summary>
    public TimeSpan Return { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The way back of the whole group.</summary>
    public TimeSpan ReturnOf(RolloutCourse course) => course.Members.Length * Return;

    /// <summary>There and back.</summary>
    public TimeSpan DrillOf(RolloutCourse course) => 2 * ReturnOf(course);

    /// <summary>Shifting and baking.</summary>
    /// <param name="step">Index into the course's steps.</param>
    public TimeSpan StepOf(RolloutCourse course, int step) =>
        (course.Movers(step).Length * (course.SideBySide ? Shift : Deploy)) + BakeOf(course, step);

    /// <inheritdoc cref="StepOf"/>
    public TimeSpan BakeOf(RolloutCourse course, int step) => course.Steps[step].Bake > Evidence ? course.Steps[step].Bake : Evidence;
}
