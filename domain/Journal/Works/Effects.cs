using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;

namespace ReleaseInfra.Domain.Journal.Works;

internal static class Effects
{
    /// <summary>
    /// Whether the event says that the world was changed: that must have been meant before, or a kill in between would leave a
    /// change that nobody looks for.
    /// </summary>
    public static bool NeedIntent(RolloutEvent happened) =>
        happened is BackupTaken or MigrationDone or NewVersionReady or ServiceMoved or ServiceReturned or DrillReturned;
}
