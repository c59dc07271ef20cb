namespace ReleaseInfra.Domain.Journal;

/// <summary>What one line of a release's journal says.</summary>
public abstract record JournalEntry
{
    private protected JournalEntry()
    {
    }

    /// <summary>The same words in journal, terminal and errors.</summary>
    public abstract string Kind { get; }
}
