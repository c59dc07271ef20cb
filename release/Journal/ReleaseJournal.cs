using ReleaseInfra.Cli.Journal.Chain;
using ReleaseInfra.Cli.Journal.Format;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Journal;

/// <summary>
/// The journal of one release, in the hands of its one writer. An entry is on the disk when a call returns; one that could not
/// stand there is refused before it is written, so what was written can be read.
/// </summary>
internal sealed class ReleaseJournal : IReleaseJournal
{
    private readonly IJournalLease _lease;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _turn = new(1);
    private JournalHead _head;
    private ReleaseStanding? _standing;
    private long _at;

    private ReleaseJournal(IJournalLease lease, TimeProvider time, JournalHead head, ReadJournal read)
    {
        (_lease, _time, _head, _at) = (lease, time, head, read.Length);
        _standing = read.Records.IsEmpty ? null : ReleaseStanding.Of(read.Records);
    }

    public ReleaseStanding Standing => _standing ?? throw new InvalidOperationException("The release has not begun.");

    /// <exception cref="ReleaseFailure">The release began before, another writer has it, or it cannot be written.</exception>
    public static async Task<ReleaseJournal> BeginAsync(
        IJournalStore store, ReleaseBegan began, JournalWriter writer, TimeProvider time, CancellationToken cancellation)
    {
        var name = new JournalName(began.Stack.Name, began.Id);
        var (journal, read) = await TakeAsync(store, name, writer, JournalClaim.Wait, time, cancellation);
        return await journal.FirstAsync(
            read.Records.IsEmpty ? began : throw await journal.GiveBackAsync(ReleaseFailure.JournalExists(name.Stack, name.Release.Text)),
            cancellation);
    }

    /// <summary>Goes on where the writer before has ended, however that was.</summary>
    /// <exception cref="ReleaseFailure">There is no such journal, it is broken, another writer has it, or it cannot be written.</exception>
    public static Task<ReleaseJournal> TakeOverAsync(
        IJournalStore store, JournalName name, JournalWriter writer, TimeProvider time, CancellationToken cancellation) =>
        TakeOverAsync(store, name, writer, JournalClaim.Wait, time, cancellation);

    /// <inheritdoc cref="TakeOverAsync(IJournalStore, JournalName, JournalWriter, TimeProvider, CancellationToken)"/>
    public static async Task<ReleaseJournal> TakeOverAsync(
        IJournalStore store, JournalName name, JournalWriter writer, JournalClaim claim, TimeProvider time, CancellationToken cancellation)
    {
        // Before the lease: asking for what does not exist must leave nothing behind.
        await JournalReader.ReadAsync(store, name, cancellation);
        var (journal, read) = await TakeAsync(store, name, writer, claim, time, cancellation);
        return await journal.FirstAsync(new WriterTookOver(writer.By, writer.Where, read.Unfinished), cancellation);
    }

    public async Task<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await WriteAsync(entry, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task<JournalRecord> AppendAsync(RolloutEvent happened, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await WriteAsync(new Happened(happened, RolloutState.Next(Standing.State, happened).Words), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _lease.DisposeAsync();
        _turn.Dispose();
    }

    private static async Task<(ReleaseJournal Journal, ReadJournal Read)> TakeAsync(
        IJournalStore store, JournalName name, JournalWriter writer, JournalClaim claim, TimeProvider time, CancellationToken cancellation)
    {
        var lease = await store.TakeAsync(name, claim, cancellation);
        try
        {
            var read = JournalReader.Check(name, store.NameOf(name), lease.Found);
            var head = new JournalHead((lease.Found.Head?.Epoch ?? 0) + 1, read.Records.Length, read.Last, writer, JournalTime.Of(time.GetUtcNow()));
            await lease.BeginEpochAsync(head, cancellation);
            return (new ReleaseJournal(lease, time, head, read), read);
        }
        catch
        {
            await lease.DisposeAsync();
            throw;
        }
    }

    private async Task<ReleaseJournal> FirstAsync(JournalEntry entry, CancellationToken cancellation)
    {
        try
        {
            await WriteAsync(entry, cancellation);
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private async Task<ReleaseFailure> GiveBackAsync(ReleaseFailure failure)
    {
        await DisposeAsync();
        return failure;
    }

    private async Task<JournalRecord> WriteAsync(JournalEntry entry, CancellationToken cancellation)
    {
        var record = new JournalRecord((_standing?.Number ?? 0) + 1, _time.GetUtcNow(), _head.Epoch, entry);
        var standing = _standing?.Next(record) ?? ReleaseStanding.Begin(record);
        var (line, hash) = LineFormat.Write(_head.Last, record);
        var head = _head with { Count = record.Number, Last = hash };
        await _lease.AppendAsync(_at, line, head, cancellation);
        (_standing, _head, _at) = (standing, head, _at + line.Length);
        return record;
    }
}
