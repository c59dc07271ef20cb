using System.Collections.Immutable;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class NotificationsReader
{
    private static readonly Key<ImmutableSortedDictionary<string, string>> Emails = new("emails", Form.Map(Texts.Sentence, Texts.Email));

    public static readonly SectionKey Key = new("notifications", new KeyTable(Emails, ChannelsReader.Key));

    /// <summary>Null also where an address is no address.</summary>
    public static NotificationSettings? Read(Section parent)
    {
        if (parent.Open(Key) is not { } section)
            return null;
        var emails = section.Read(Emails);
        var channels = ChannelsReader.Read(section);
        return section.IsSound ? new NotificationSettings(emails) { Channels = channels } : null;
    }
}
