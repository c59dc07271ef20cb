using ReleaseInfra.Domain.Notices;

namespace ReleaseInfra.Cli.Notify;

/// <param name="Takes">Whether the channel is told.</param>
internal sealed record Subscription(IChannel Channel, Func<Notice, bool> Takes);
