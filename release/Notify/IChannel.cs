using ReleaseInfra.Domain.Notices;

namespace ReleaseInfra.Cli.Notify;

/// <summary>One place where people, or other programs, are told of a release.</summary>
internal interface IChannel
{
    /// <summary>As in the settings.</summary>
    string Name { get; }

    /// <summary>Tries until the token says that it took too long.</summary>
    /// <exception cref="ChannelFailure">It was not taken.</exception>
    Task SendAsync(Notice notice, CancellationToken cancellation);
}
