using ReleaseInfra.Domain.Notices;

namespace ReleaseInfra.Cli.Notify.Channels;

/// <summary>Lacks what it is reached by: each notice that it should have taken is a failure.</summary>
internal sealed class UnusableChannel(string name, ChannelFailure why) : IChannel
{
    public string Name => name;

    public Task SendAsync(Notice notice, CancellationToken cancellation) => Task.FromException(why);
}
