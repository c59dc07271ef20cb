namespace ReleaseInfra.Domain.Rollouts;

/// <summary>Something that has happened to a release.</summary>
public abstract record RolloutEvent
{
    private protected RolloutEvent()
    {
    }

    /// <summary>The same words in journal, terminal and errors.</summary>
    public abstract string Kind { get; }
}

public abstract record RolloutEvent<TSelf> : RolloutEvent
    where TSelf : INamedEvent
{
    private protected RolloutEvent()
    {
    }

    public sealed override string Kind => TSelf.Name;
}

/// <summary>The kind of an event, known without one: for what a state expects.</summary>
public interface INamedEvent
{
    static abstract string Name { get; }
}
