using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Notices;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Notify;

/// <summary>Notices as releases give them.</summary>
internal static class Notices
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Notice Started { get; } = Of(ReleaseStory.Of(Beginnings.Web))[0];

    /// <summary>Started, rolling back, rolled back.</summary>
    public static Notice[] RolledBack { get; } = Of(ReleaseStory.RolledBack());

    public static Notice WithWhy(string why) => Of(ReleaseStory.Of(Beginnings.Web with { Why = why }))[0];

    public static Notice[] Of(ReleaseStory story)
    {
        var notices = new List<Notice>();
        Each(story, (record, standing, announcement) =>
        {
            if (announcement.Notice is { } notice)
                notices.Add(notice);
        });
        return [.. notices];
    }

    public static void Each(ReleaseStory story, Action<JournalRecord, ReleaseStanding, Announcement> see)
    {
        var announcement = Announcement.None;
        var standing = default(ReleaseStanding);
        foreach (var record in story.Records)
        {
            standing = standing?.Next(record) ?? ReleaseStanding.Begin(record);
            announcement = announcement.Next(record, standing);
            see(record, standing, announcement);
        }
    }

    /// <summary>JSON in one form, to be compared as text.</summary>
    public static string Normal(string json) => JsonNode.Parse(json)!.ToJsonString(Readable);
}
