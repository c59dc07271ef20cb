using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Rollouts;

/// <summary>An event came that the state does not expect; nothing has changed.</summary>
public sealed class UnexpectedEventException : Exception
{
    internal UnexpectedEventException(RolloutState state, RolloutEvent happened)
        : base($"A release that is {state.Words} does not expect '{happened.Kind}'; it expects "
            + (state.Expected.IsEmpty ? "nothing more." : $"one of: {string.Join(", ", state.Expected)}.")) =>
        Expected = state.Expected;

    public ImmutableArray<string> Expected { get; }
}
