namespace ReleaseInfra.Domain.Journal;

/// <summary>An entry cannot have been written after those before it.</summary>
public sealed class BrokenJournalException : Exception
{
    private BrokenJournalException(int number, string message, Exception? cause = null)
        : base(message, cause) => Number = number;

    /// <summary>Of the entry; 0 for a journal without any.</summary>
    public int Number { get; }

    internal static BrokenJournalException Empty() => new(0, "The journal is empty: no release began.");

    internal static BrokenJournalException NoBeginning(JournalRecord record) =>
        Of(record, $"a journal begins with '{Entries.ReleaseBegan.Word}'");

    internal static BrokenJournalException SecondBeginning(JournalRecord record) => Of(record, "the release began before");

    internal static BrokenJournalException OutOfOrder(JournalRecord record, int expected) =>
        Of(record, $"number {expected} was to come");

    internal static BrokenJournalException StaleWriter(JournalRecord record, int epoch) =>
        Of(record, $"it was written in epoch {record.Epoch}, and epoch {epoch} had begun");

    internal static BrokenJournalException NoTakeover(JournalRecord record, int epoch) =>
        Of(record, $"it was written in epoch {record.Epoch}, which no writer had taken over from epoch {epoch}");

    internal static BrokenJournalException Unexpected(JournalRecord record, Rollouts.UnexpectedEventException cause) =>
        new(record.Number, $"{Subject(record)}: {cause.Message}", cause);

    internal static BrokenJournalException OtherState(JournalRecord record, string recorded, string now) =>
        Of(record, $"it led to '{recorded}', and by this program's rules it leads to '{now}'");

    internal static BrokenJournalException NoIntent(JournalRecord record) => Of(record, "it reports work that was never begun");

    internal static BrokenJournalException NotOpen(JournalRecord record, string work) => Of(record, $"'{work}' was not under way");

    internal static BrokenJournalException NoMember(JournalRecord record, string service, IEnumerable<string> known) =>
        Of(record, $"the release has no service '{service}'; it has {string.Join(", ", known)}");

    internal static BrokenJournalException AfterTheEnd(JournalRecord record, string state) =>
        Of(record, $"the release is {state}, and no work of its own is left");

    private static BrokenJournalException Of(JournalRecord record, string what) => new(record.Number, $"{Subject(record)}: {what}.");

    private static string Subject(JournalRecord record)
    {
        var kind = record.Entry is Entries.Happened happened ? happened.Event.Kind : record.Entry.Kind;
        return $"Entry {record.Number}, '{kind}', cannot stand where it does";
    }
}
