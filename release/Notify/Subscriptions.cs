using System.Collections.Immutable;
using System.Net;
using System.Text;
using ReleaseInfra.Cli.Notify.Channels;
using ReleaseInfra.Cli.Notify.Posting;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Notify;

/// <summary>Makes channels of settings and of the secrets that this machine has for them.</summary>
/// <param name="variable">An environment variable of the machine; null where it is not set.</param>
/// <param name="http">Follows no redirects.</param>
internal sealed class Subscriptions(Func<string, string?> variable, HttpMessageInvoker http, TimeProvider time)
{
    private readonly NoticePost _post = new(http, time);

    public ImmutableArray<Subscription> Of(NotificationSettings settings) =>
        [.. settings.Channels.Select(channel => new Subscription(Open(channel.Key, channel.Value), channel.Value.Takes))];

    private IChannel Open(string name, ChannelSettings settings)
    {
        try
        {
            return settings switch
            {
                SlackSettings slack => new SlackChannel(name, slack.AddressVariable, Address(name, slack.AddressVariable), _post),
                TeamsSettings teams => new TeamsChannel(name, teams.AddressVariable, Address(name, teams.AddressVariable), _post),
                WebhookSettings webhook => new WebhookChannel(
                    name,
                    webhook.AddressVariable,
                    Address(name, webhook.AddressVariable),
                    Encoding.UTF8.GetBytes(Secret(name, webhook.KeyVariable)),
                    _post,
                    time),
                PagerDutySettings pager => new PagerDutyChannel(
                    name,
                    pager.RoutingKeyVariable,
                    Secret(name, pager.RoutingKeyVariable),
                    PagerDutyChannel.EventsOf(pager.Region),
                    _post),
                SmtpSettings smtp => new SmtpChannel(name, smtp, Credentials(name, smtp)),
                _ => throw new InvalidOperationException($"{settings.GetType().Name} has no channel."),
            };
        }
        catch (ChannelFailure failure)
        {
            return new UnusableChannel(name, failure);
        }
    }

    private string Secret(string channel, string name) => variable(name)?.Trim() is { Length: > 0 } value
        ? value
        : throw ChannelFailure.NotSet(channel, name);

    /// <summary>In clear only to this machine: the address is the secret.</summary>
    private Uri Address(string channel, string name) =>
        Uri.TryCreate(Secret(channel, name), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw ChannelFailure.NoAddress(channel, name);

    private NetworkCredential? Credentials(string channel, SmtpSettings settings) => settings.Credentials is { } credentials
        ? new NetworkCredential(Secret(channel, credentials.UserVariable), Secret(channel, credentials.PasswordVariable))
        : null;
}
