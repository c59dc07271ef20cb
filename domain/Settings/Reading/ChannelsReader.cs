using System.Collections.Immutable;
using ReleaseInfra.Domain.Notices;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

/// <summary>Where releases tell of themselves.</summary>
internal static class ChannelsReader
{
    private enum ChannelKind
    {
        Slack,
        Teams,
        Webhook,
        PagerDuty,
        Smtp,
    }

    private static readonly NoticeKind[] Kinds = [.. Enum.GetValues<NoticeKind>().Where(kind => kind != NoticeKind.Test)];
    private static readonly NoticeSeverity[] Severities = Enum.GetValues<NoticeSeverity>();

    private static readonly Key<ChannelKind> Kind = new("kind", Form.Choice(
        ("slack", ChannelKind.Slack),
        ("teams", ChannelKind.Teams),
        ("webhook", ChannelKind.Webhook),
        ("pagerduty", ChannelKind.PagerDuty),
        ("smtp", ChannelKind.Smtp)));

    private static readonly Key<ImmutableArray<NoticeKind>> Events = new Key<ImmutableArray<NoticeKind>>(
        "events", Form.List(Form.Choice(Array.ConvertAll(Kinds, kind => kind.Key()), Kinds), fewest: 1)).Or([.. Kinds]);

    private static readonly Key<NoticeSeverity> Severity = new Key<NoticeSeverity>(
        "severity", Form.Choice(Array.ConvertAll(Severities, severity => severity.Word()), Severities)).Or(NoticeSeverity.Info);

    private static readonly Key<string> AddressVariable = new("addressVariable", Texts.MachineVariable);
    private static readonly Key<string> KeyVariable = new("keyVariable", Texts.MachineVariable);
    private static readonly Key<string> RoutingKeyVariable = new("routingKeyVariable", Texts.MachineVariable);

    private static readonly Key<PagerDutyRegion> Region = new Key<PagerDutyRegion>(
        "region", Form.Choice(("us", PagerDutyRegion.UnitedStates), ("eu", PagerDutyRegion.Europe))).Or(PagerDutyRegion.UnitedStates);

    private static readonly Key<string> Host = new("host", Texts.HostName);
    private static readonly Key<int> Port = new Key<int>("port", Form.Whole(1, 65_535)).Or(587);
    private static readonly Key<bool> StartTls = new Key<bool>("startTls", Form.Flag()).Or(true);
    private static readonly Key<string> From = new("from", Texts.Email);
    private static readonly Key<ImmutableArray<string>> To = new("to", Form.List(Texts.Email, fewest: 1));
    private static readonly Key<string> UserVariable = new Key<string>("userVariable", Texts.MachineVariable).Optional();
    private static readonly Key<string> PasswordVariable = new Key<string>("passwordVariable", Texts.MachineVariable).Optional();

    private static readonly KeyTable ChatKeys = new(Kind, Events, Severity, AddressVariable);
    private static readonly KeyTable WebhookKeys = new(Kind, Events, Severity, AddressVariable, KeyVariable);
    private static readonly KeyTable PagerDutyKeys = new(Kind, RoutingKeyVariable, Region);
    private static readonly KeyTable SmtpKeys =
        new(Kind, Events, Severity, Host, Port, StartTls, From, To, UserVariable, PasswordVariable);

    public static readonly EntriesKey Key =
        new EntriesKey("channels", Texts.ServiceName, ChatKeys, WebhookKeys, PagerDutyKeys, SmtpKeys) { Required = false };

    /// <summary>A channel that could not be read is left out, with its problems.</summary>
    public static ImmutableSortedDictionary<string, ChannelSettings> Read(Section notifications)
    {
        var channels = ImmutableSortedDictionary.CreateBuilder<string, ChannelSettings>(StringComparer.Ordinal);
        foreach (var (name, section) in notifications.Open(Key))
        {
            var kind = section.Read(Kind);
            if (section.AreSound(Kind))
                channels[name] = Read(kind, section);
        }

        return channels.ToImmutable();
    }

    private static ChannelSettings Read(ChannelKind kind, Section section) => kind switch
    {
        ChannelKind.Slack => ReadSlack(section.Accept(ChatKeys)),
        ChannelKind.Teams => ReadTeams(section.Accept(ChatKeys)),
        ChannelKind.Webhook => ReadWebhook(section.Accept(WebhookKeys)),
        ChannelKind.PagerDuty => ReadPagerDuty(section.Accept(PagerDutyKeys)),
        ChannelKind.Smtp => ReadSmtp(section.Accept(SmtpKeys)),
        _ => throw new InvalidOperationException($"The channel kind {kind} has no reader."),
    };

    private static SlackSettings ReadSlack(Section section) => new(section.Read(AddressVariable))
    {
        Events = section.Read(Events),
        Severity = section.Read(Severity),
    };

    private static TeamsSettings ReadTeams(Section section) => new(section.Read(AddressVariable))
    {
        Events = section.Read(Events),
        Severity = section.Read(Severity),
    };

    private static WebhookSettings ReadWebhook(Section section) => new(section.Read(AddressVariable), section.Read(KeyVariable))
    {
        Events = section.Read(Events),
        Severity = section.Read(Severity),
    };

    private static PagerDutySettings ReadPagerDuty(Section section) => new(section.Read(RoutingKeyVariable), section.Read(Region));

    private static SmtpSettings ReadSmtp(Section section)
    {
        var startTls = section.Read(StartTls);
        var (user, password) = (section.Find(UserVariable), section.Find(PasswordVariable));
        CheckCredentials(section, user, password, startTls);
        return new SmtpSettings(
            section.Read(Host),
            section.Read(Port),
            startTls,
            section.Read(From),
            section.Read(To),
            user is not null && password is not null ? new SmtpCredentials(user, password) : null)
        {
            Events = section.Read(Events),
            Severity = section.Read(Severity),
        };
    }

    private static void CheckCredentials(Section section, string? user, string? password, bool startTls)
    {
        if (!section.AreSound(UserVariable, PasswordVariable, StartTls))
            return;
        if (user is null != password is null)
            section.Problems.Add(SettingsProblems.HalfOfCredentials(section.PlaceOf(user is null ? UserVariable : PasswordVariable)));
        if (password is not null && !startTls)
            section.Problems.Add(SettingsProblems.PasswordInClear(section.PlaceOf(StartTls)));
    }
}
