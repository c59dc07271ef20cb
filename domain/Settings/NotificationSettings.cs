using System.Collections.Immutable;
using ReleaseInfra.Domain.Notices;

namespace ReleaseInfra.Domain.Settings;

/// <param name="Emails">Receiver's name to address, of the environment's alerts.</param>
public sealed record NotificationSettings(ImmutableSortedDictionary<string, string> Emails)
{
    /// <summary>Where releases tell of themselves, by name.</summary>
    public ImmutableSortedDictionary<string, ChannelSettings> Channels { get; init; } =
        ImmutableSortedDictionary.Create<string, ChannelSettings>(StringComparer.Ordinal);
}

/// <summary>
/// Addresses and secrets are no settings: whoever can post to a channel has all that is secret about it. Settings name the
/// environment variables, of the machine that runs the release, which hold them.
/// </summary>
public abstract record ChannelSettings
{
    private protected ChannelSettings()
    {
    }

    public abstract bool Takes(Notice notice);
}

/// <summary>A channel that people read.</summary>
public abstract record ReadChannelSettings : ChannelSettings
{
    private protected ReadChannelSettings()
    {
    }

    public required ImmutableArray<NoticeKind> Events { get; init; }

    /// <summary>The lowest that is sent.</summary>
    public required NoticeSeverity Severity { get; init; }

    public sealed override bool Takes(Notice notice) =>
        notice.Kind == NoticeKind.Test || (notice.Severity >= Severity && Events.Contains(notice.Kind));
}

/// <param name="AddressVariable">Holds the address of an incoming webhook.</param>
public sealed record SlackSettings(string AddressVariable) : ReadChannelSettings;

/// <param name="AddressVariable">Holds the address of a workflow that is triggered by a webhook.</param>
public sealed record TeamsSettings(string AddressVariable) : ReadChannelSettings;

/// <param name="AddressVariable">Holds the address that notices are posted to.</param>
/// <param name="KeyVariable">Holds the key that they are signed with.</param>
public sealed record WebhookSettings(string AddressVariable, string KeyVariable) : ReadChannelSettings;

/// <param name="Credentials">Null for a server that takes mail from this machine as it is.</param>
/// <param name="StartTls">False only for a server that nothing secret is said to.</param>
public sealed record SmtpSettings(
    string Host, int Port, bool StartTls, string From, ImmutableArray<string> To, SmtpCredentials? Credentials) : ReadChannelSettings;

public sealed record SmtpCredentials(string UserVariable, string PasswordVariable);

public enum PagerDutyRegion
{
    UnitedStates,
    Europe,
}

/// <summary>Wakes people: takes what is critical, and what says that it is over.</summary>
/// <param name="RoutingKeyVariable">Holds the key of an integration with the Events API, version 2.</param>
public sealed record PagerDutySettings(string RoutingKeyVariable, PagerDutyRegion Region) : ChannelSettings
{
    public override bool Takes(Notice notice) =>
        notice.Kind == NoticeKind.Test || notice.Severity == NoticeSeverity.Critical || notice.Settles;
}
