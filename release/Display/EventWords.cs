using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;

namespace ReleaseInfra.Cli.Display;

/// <summary>What happened, with whom and why.</summary>
internal static class EventWords
{
    public static string Of(RolloutEvent happened) => happened switch
    {
        DrillReturned drill => $"{drill.Kind} after {PlanText.Of(drill.Took)}",
        ServiceMoved moved => $"{moved.Service} moved",
        ServiceReturned returned => $"{returned.Service} returned",
        Paused paused => $"paused by {paused.By}: {paused.Why}",
        Resumed resumed => $"resumed by {resumed.By}",
        Approved approved => $"approved by {approved.By}",
        AbortRequested asked => $"abort requested by {asked.By}: {asked.Why}",
        RollBackRequested asked => $"rollback requested by {asked.By}: {asked.Why}",
        WorkFailed failed => $"{failed.Kind}: {failed.What}",
        GateFailed failed => $"{failed.Kind}: {failed.Message}",
        EvidenceMissing missing => $"{missing.Kind}: {missing.What}",
        FreezeMet met => $"{met.Kind}: {met.Freeze}",
        TrafficChangedByOthers changed => $"{changed.Kind}: {changed.What}",
        _ => happened.Kind,
    };

    /// <summary>Whether it takes the release off its way.</summary>
    public static bool IsTrouble(RolloutEvent happened) => happened
        is WorkFailed or GateFailed or EvidenceMissing or FreezeMet or TrafficChangedByOthers or DeadlinePassed
        or AbortRequested or RollBackRequested;
}
