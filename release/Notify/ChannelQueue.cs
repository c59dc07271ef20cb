using System.Threading.Channels;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Notices;

namespace ReleaseInfra.Cli.Notify;

/// <summary>What one channel is still to be told, in order: a slow channel keeps no other waiting.</summary>
internal sealed class ChannelQueue(Subscription subscription, Delivery delivery, Func<NoticeFailed, Task> record)
{
    private readonly Channel<Notice> _waiting = Channel.CreateUnbounded<Notice>(new UnboundedChannelOptions { SingleReader = true });

    public void Tell(Notice notice)
    {
        if (subscription.Takes(notice))
            _waiting.Writer.TryWrite(notice);
    }

    public void Complete() => _waiting.Writer.TryComplete();

    /// <summary>Ends when all is told, or is recorded as not told.</summary>
    /// <param name="ending">There is no more time.</param>
    public async Task RunAsync(CancellationToken ending)
    {
        // By the writer's end alone: what still waits when there is no more time is recorded.
        while (await _waiting.Reader.WaitToReadAsync(default))
        {
            while (_waiting.Reader.TryRead(out var notice))
            {
                if (await TryAsync(notice, ending) is { } failed)
                    await record(failed);
            }
        }
    }

    private async Task<NoticeFailed?> TryAsync(Notice notice, CancellationToken ending) => ending.IsCancellationRequested
        ? Delivery.Failed(subscription.Channel, notice, ChannelFailure.CommandEnded(subscription.Channel.Name))
        : await delivery.TryAsync(subscription.Channel, notice, ending);
}
