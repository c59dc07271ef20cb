using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Domain.Rollouts;

/// <summary>What there is of a release's new version to be measured.</summary>
public static class NewVersions
{
    /// <summary>Whether it runs and nothing is being done to make it run, so that it must answer.</summary>
    public static bool Answer(RolloutState state) => state switch
    {
        Held held => Answer(held.Then),
        Smoked or Drilling or Drilled or Shifting or Baking or Complete or Watching => state.Course.SideBySide || state is not Shifting,
        _ => false,
    };

    /// <summary>Whether a service's requests go where its weight says, so that they may be judged; of a weight under way nobody knows.</summary>
    public static bool AreAsked(RolloutState state, string service) => state switch
    {
        Held held => AreAsked(held.Then, service),
        Baking or Complete or Watching => state.NewWeight(service) > 0,
        _ => false,
    };

    /// <summary>Whether any service's new version has something to do.</summary>
    public static bool HaveWork(RolloutState state) =>
        state.Course.Members.Any(member => AreAsked(state, member.Service));
}
