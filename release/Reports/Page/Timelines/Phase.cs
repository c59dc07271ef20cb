using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Reports.Page.Timelines;

/// <summary>What is done in a state: a state's own words say what is done already.</summary>
/// <param name="Name">Short enough for a band of a chart.</param>
/// <param name="Kind">States of one kind look alike: <c>prepare</c>, <c>move</c>, <c>bake</c>, <c>watch</c>, <c>held</c>, <c>back</c>, <c>over</c>.</param>
internal sealed record Phase(string Name, string Kind)
{
    public static Phase Of(RolloutState state) => state switch
    {
        Planned => new("preflight", Prepare),
        Preflight => new(state.Course.Migrates ? "backup" : Deployment(state), Prepare),
        BackedUp => new("migration", Prepare),
        Migrated => new(Deployment(state), Prepare),
        DeployedAtZero => new("smoke tests", Prepare),
        Smoked or Drilled => new("proof of the way back", Prepare),
        Drilling => new("drill", "move"),
        Shifting shifting => new($"to {shifting.Weight} %", "move"),
        Baking baking => new($"bake {baking.Weight} %", "bake"),
        Complete => new("proof of the way back", "watch"),
        Watching => new("watch", "watch"),
        Held => new("held", "held"),
        RollingBack => new("going back", "back"),
        Settled or RolledBack or Aborted => new("over", "over"),
        _ => throw new ArgumentException($"Unknown state {state.GetType().Name}.", nameof(state)),
    };

    private const string Prepare = "prepare";

    private static string Deployment(RolloutState state) => state.Course.SideBySide ? "deployment" : "proof of the way back";
}
