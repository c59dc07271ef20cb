using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Runs.Watches;

/// <summary>Whether a state takes an event, asked of each state once: a watch looks at the same one again and again.</summary>
internal sealed class Expecting(string kind)
{
    private RolloutState? _state;
    private bool _isExpected;

    public bool By(RolloutState state)
    {
        if (!ReferenceEquals(state, _state))
            (_state, _isExpected) = (state, state.Expected.Contains(kind));
        return _isExpected;
    }
}
