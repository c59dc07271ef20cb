using System.Collections.Immutable;
using System.Threading.Channels;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Notices;

namespace ReleaseInfra.Cli.Notify;

/// <summary>
/// Tells channels of a release while its journal is written. Hearing never waits and never fails: everything else is done in
/// the background. Disposed before the journal, which takes the last failures.
/// </summary>
internal sealed class Announcer : IJournalListener, IAsyncDisposable
{
    // For a channel that does not end when it is told to.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly Channel<(JournalRecord Record, ReleaseStanding Standing)> _heard =
        Channel.CreateUnbounded<(JournalRecord, ReleaseStanding)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly CancellationTokenSource _ending = new();
    private readonly ImmutableArray<ChannelQueue> _queues;
    private readonly Func<NoticeFailed, Task> _record;
    private readonly TimeProvider _time;
    private readonly Task _telling;

    /// <param name="record">Appends to the journal. Is called from the background, by several channels at once; what it throws is lost.</param>
    public Announcer(ImmutableArray<Subscription> subscriptions, Func<NoticeFailed, Task> record, TimeProvider time)
    {
        (_record, _time) = (record, time);
        var delivery = new Delivery(time);
        _queues = [.. subscriptions.Select(subscription => new ChannelQueue(subscription, delivery, RecordAsync))];
        _telling = Task.WhenAll([ListenAsync(), .. _queues.Select(queue => queue.RunAsync(_ending.Token))]);
    }

    /// <summary>How long the end of a command may take for what is not told yet.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(15);

    public Task HearAsync(JournalRecord record, ReleaseStanding standing, CancellationToken cancellation)
    {
        _heard.Writer.TryWrite((record, standing));
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _heard.Writer.TryComplete();
        try
        {
            await _telling.WaitAsync(Patience, _time);
        }
        catch (TimeoutException)
        {
            await _ending.CancelAsync();
            await Task.WhenAny(_telling, Task.Delay(Grace, _time));
        }

        _ending.Dispose();
    }

    private async Task ListenAsync()
    {
        var announcement = Announcement.None;
        try
        {
            await foreach (var (record, standing) in _heard.Reader.ReadAllAsync())
            {
                announcement = announcement.Next(record, standing);
                if (announcement.Notice is { } notice)
                    Tell(notice);
            }
        }
        catch (Exception unexpected)
        {
            // Without this a defect of a text would end the release that it tells of.
            await RecordAsync(new NoticeFailed("every channel", "any", ChannelFailure.Unexpected("every channel", unexpected).Message));
        }

        foreach (var queue in _queues)
            queue.Complete();
    }

    private void Tell(Notice notice)
    {
        foreach (var queue in _queues)
            queue.Tell(notice);
    }

    private async Task RecordAsync(NoticeFailed failed)
    {
        try
        {
            await _record(failed);
        }
        catch (Exception)
        {
            // The journal cannot be written: the release finds that out itself, and there is nowhere else to say it.
        }
    }
}
