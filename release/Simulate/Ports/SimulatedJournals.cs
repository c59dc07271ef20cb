using System.Collections.Immutable;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Simulate.Ports;

/// <summary>One release's records, kept as they are: what a line and its hash add is proved elsewhere, and takes longer than the release.</summary>
internal sealed class SimulatedJournals(TimeProvider time) : IReleaseJournals
{
    private readonly List<JournalRecord> _records = [];
    private ReleaseStanding? _standing;

    public IReadOnlyList<JournalRecord> Records => _records;

    public ReleaseStanding Standing => _standing ?? throw new InvalidOperationException("The release has not begun.");

    public Task<IReleaseJournal> BeginAsync(ReleaseBegan began, JournalWriter writer, CancellationToken cancellation) =>
        Task.FromResult<IReleaseJournal>(Open(1, began));

    public Task<IReleaseJournal> TakeOverAsync(JournalName name, JournalWriter writer, JournalClaim claim, CancellationToken cancellation) =>
        Task.FromResult<IReleaseJournal>(Open(Standing.Epoch + 1, new WriterTookOver(writer.By, writer.Where, 0)));

    public Task<ImmutableArray<JournalRecord>> ReadAsync(JournalName name, CancellationToken cancellation) =>
        Task.FromResult(_records.ToImmutableArray());

    private InHand Open(int epoch, JournalEntry first)
    {
        var journal = new InHand(this, epoch);
        Add(epoch, first);
        return journal;
    }

    private JournalRecord Add(int epoch, JournalEntry entry)
    {
        var record = new JournalRecord((_standing?.Number ?? 0) + 1, time.GetUtcNow(), epoch, entry);
        _standing = _standing?.Next(record) ?? ReleaseStanding.Begin(record);
        _records.Add(record);
        return record;
    }

    private sealed class InHand(SimulatedJournals journals, int epoch) : IReleaseJournal
    {
        public ReleaseStanding Standing => journals.Standing;

        public Task<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellation) =>
            Task.FromResult(journals.Add(epoch, entry));

        public Task<JournalRecord> AppendAsync(RolloutEvent happened, CancellationToken cancellation) =>
            Task.FromResult(journals.Add(epoch, new Happened(happened, RolloutState.Next(Standing.State, happened).Words)));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
