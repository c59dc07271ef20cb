using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Rehearse.Faults;

internal static class FaultPlaces
{
    /// <summary>A fault that never begins would make a rehearsal say that it was survived.</summary>
    /// <exception cref="ReleaseFailure">A release of the course never comes to be where one of them begins.</exception>
    public static void Require(IEnumerable<RehearsalFault> faults, RolloutCourse course, string stack)
    {
        if (faults.FirstOrDefault(fault => fault is KillEngineFault kill && !kill.At.IsOn(course)) is { } never)
            throw ReleaseFailure.FaultNeverThere(never.ToString(), stack, course.Steps.Select(step => step.Weight));
    }
}
