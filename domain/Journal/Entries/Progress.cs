using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Domain.Journal.Entries;

/// <summary>Written before anything of it is done. Whoever takes over finds out in the world how far it came.</summary>
public sealed record WorkBegan(Work Work) : JournalEntry
{
    public override string Kind => "work began";
}

/// <summary>For work that no event ends.</summary>
public sealed record WorkEnded(Work Work) : JournalEntry
{
    public override string Kind => "work ended";
}

/// <param name="State">The words of the state that it led to.</param>
public sealed record Happened(RolloutEvent Event, string State) : JournalEntry
{
    public override string Kind => "event";
}
