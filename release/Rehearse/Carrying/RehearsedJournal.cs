using System.Collections.Immutable;
using System.Text;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Journal.Format;
using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Rehearse.Carrying;

/// <summary>The journal of a release that other processes carry, as they tell of it line by line; each record is heard once.</summary>
/// <remarks>A process that was killed has written lines that it never told of: they are read from the journal itself.</remarks>
internal sealed class RehearsedJournal(IJournalStore journals, string stack, IReadOnlyList<IJournalListener> listeners)
{
    private ImmutableArray<JournalRecord>.Builder Heard { get; } = ImmutableArray.CreateBuilder<JournalRecord>();

    public ImmutableArray<JournalRecord> Records => Heard.ToImmutable();

    /// <summary>Null before the release has begun.</summary>
    public ReleaseStanding? Standing { get; private set; }

    /// <exception cref="ReleaseFailure">It is no line of a journal.</exception>
    public async Task HearAsync(string line, CancellationToken cancellation)
    {
        var record = LineFormat.Read(Encoding.UTF8.GetBytes(line), Heard.Count + 1, "the engine's output");
        if (record.Number > Heard.Count + 1)
            await CatchUpAsync(cancellation);
        if (record.Number == Heard.Count + 1)
            await TakeAsync(record, cancellation);
    }

    /// <summary>What was written and not told.</summary>
    /// <exception cref="ReleaseFailure">The journal is broken, or cannot be read.</exception>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        if (await journals.ListAsync(stack, cancellation) is not [.., var newest])
            return;
        var read = await JournalReader.ReadAsync(journals, new JournalName(stack, newest), cancellation);
        foreach (var record in read.Records.Skip(Heard.Count))
            await TakeAsync(record, cancellation);
    }

    private async Task TakeAsync(JournalRecord record, CancellationToken cancellation)
    {
        Standing = Standing?.Next(record) ?? ReleaseStanding.Begin(record);
        Heard.Add(record);
        foreach (var listener in listeners)
            await listener.HearAsync(record, Standing, cancellation);
    }
}
