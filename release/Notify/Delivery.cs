using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Notices;

namespace ReleaseInfra.Cli.Notify;

/// <summary>One notice to one channel, with an end in any case.</summary>
internal sealed class Delivery(TimeProvider time)
{
    /// <summary>Of one notice, a second try included.</summary>
    public static TimeSpan Deadline { get; } = TimeSpan.FromSeconds(10);

    /// <param name="cancellation">The command is ending: that is a failure to notify, and not thrown.</param>
    /// <returns>Null where it was taken.</returns>
    public async Task<NoticeFailed?> TryAsync(IChannel channel, Notice notice, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        try
        {
            await channel.SendAsync(notice, either.Token);
            return null;
        }
        catch (ChannelFailure failure)
        {
            return Failed(channel, notice, failure);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Failed(channel, notice, ChannelFailure.CommandEnded(channel.Name));
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return Failed(channel, notice, ChannelFailure.TooSlow(channel.Name, Deadline));
        }
        catch (Exception unexpected)
        {
            // Whatever it is, the release goes on.
            return Failed(channel, notice, ChannelFailure.Unexpected(channel.Name, unexpected));
        }
    }

    public static NoticeFailed Failed(IChannel channel, Notice notice, ChannelFailure failure) =>
        new(channel.Name, notice.Kind.Word(), failure.Message);
}
