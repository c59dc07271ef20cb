using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Runs;

/// <summary>The journal of a release under way, what it says of the past, and those who are told of each line.</summary>
/// <remarks>
/// Nothing here takes the run's token: what has happened is written down, also by a run that was told to end.
/// </remarks>
internal sealed class RunJournal(IReleaseJournal journal, ReleaseMemory before, TimeProvider time) : IAsyncDisposable
{
    /// <summary>For one line, with everybody who is told of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly List<IJournalListener> _listeners = [];

    public ReleaseStanding Standing => journal.Standing;

    public ReleaseMemory Memory { get; private set; } = before;

    /// <param name="last">The record that this process took the journal with.</param>
    public async Task ListenAsync(IJournalListener listener, JournalRecord last)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        await listener.HearAsync(last, Standing, limit.Token);
        Listen(listener);
    }

    /// <summary>From the next record on.</summary>
    public void Listen(IJournalListener listener) => _listeners.Add(listener);

    /// <exception cref="JournalLost">It could not be written down: nothing that depends on it may be done.</exception>
    public Task<JournalRecord> WriteAsync(JournalEntry entry) => WriteAsync(limit => journal.AppendAsync(entry, limit));

    /// <inheritdoc cref="WriteAsync(JournalEntry)"/>
    public Task<JournalRecord> WriteAsync(RolloutEvent happened) => WriteAsync(limit => journal.AppendAsync(happened, limit));

    public async ValueTask DisposeAsync()
    {
        await journal.DisposeAsync();
        _turn.Dispose();
    }

    private async Task<JournalRecord> WriteAsync(Func<CancellationToken, Task<JournalRecord>> append)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        // Listeners hear in the order of the lines, whoever writes them.
        await _turn.WaitAsync(limit.Token);
        try
        {
            var record = await AppendAsync(append, limit.Token);
            Memory = Memory.After(record.Entry);
            foreach (var listener in _listeners)
                await listener.HearAsync(record, Standing, limit.Token);
            return record;
        }
        finally
        {
            _turn.Release();
        }
    }

    private static async Task<JournalRecord> AppendAsync(Func<CancellationToken, Task<JournalRecord>> append, CancellationToken limit)
    {
        try
        {
            return await append(limit);
        }
        catch (ReleaseFailure failure)
        {
            throw new JournalLost(failure);
        }
    }
}

/// <summary>The release cannot be written down any more, so this process must not carry it on.</summary>
internal sealed class JournalLost(ReleaseFailure why) : Exception(why.Message, why)
{
    public ReleaseFailure Why => why;
}
