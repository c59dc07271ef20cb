using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Domain.Freezes;

/// <summary>
/// What is still to come of a release that goes forward: the only thing that a freeze can be asked about. A rollback has no
/// such value, so nothing can ask whether it may run.
/// </summary>
/// <param name="Remaining">Predicted, until the new version has all traffic and its last bake is over.</param>
/// <param name="RollBack">How long the way back takes, from any moment before.</param>
public sealed record ForwardRun(ReleaseKind Kind, TimeSpan Remaining, TimeSpan RollBack)
{
    internal TimeSpan WithTheWayBack => Remaining + RollBack;
}
