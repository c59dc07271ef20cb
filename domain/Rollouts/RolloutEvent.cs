namespace ReleaseInfra.Domain.Rollouts;

/// <summary>Something that has happened to a release.</summary>
public abstract record RolloutEvent
{
    private protected RolloutEvent()
    {
    }
}

/// <summary>An event's name, known without an event.</summary>
public interface IRolloutEvent
{
    /// <summary>The same words in journal, terminal and errors.</summary>
    static abstract string Kind { get; }
}
