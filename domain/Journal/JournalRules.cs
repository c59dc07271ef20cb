namespace ReleaseInfra.Domain.Journal;

public static class JournalRules
{
    /// <summary>Raised whenever the same numbers could be judged otherwise, or an event lead elsewhere, than by the program before.</summary>
    public const int Version = 1;
}
