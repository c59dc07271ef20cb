namespace ReleaseInfra.Domain.Rollouts;

/// <summary>What a state makes of one kind of event. A state's list of them is both its behaviour and what it says it expects.</summary>
internal sealed class Transition
{
    private readonly Func<RolloutEvent, RolloutState?> _take;

    private Transition(string kind, Func<RolloutEvent, RolloutState?> take) => (Kind, _take) = (kind, take);

    public string Kind { get; }

    public static Transition On<TEvent>(Func<TEvent, RolloutState> next)
        where TEvent : RolloutEvent, INamedEvent =>
        new(TEvent.Name, happened => happened is TEvent expected ? next(expected) : null);

    /// <param name="expected">The one service that the event may be of.</param>
    public static Transition On<TEvent>(string expected, Func<TEvent, string> service, Func<RolloutState> next)
        where TEvent : RolloutEvent, INamedEvent =>
        new($"{TEvent.Name} ({expected})", happened => happened is TEvent of && service(of) == expected ? next() : null);

    /// <summary>Null where the event is another one.</summary>
    public RolloutState? Take(RolloutEvent happened) => _take(happened);
}
