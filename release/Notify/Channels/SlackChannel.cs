using System.Text.Json;
using ReleaseInfra.Cli.Notify.Posting;
using ReleaseInfra.Domain.Notices;

namespace ReleaseInfra.Cli.Notify.Channels;

/// <summary>An incoming webhook of Slack: blocks, and a line for where blocks are not shown.</summary>
internal sealed class SlackChannel(string name, string variable, Uri address, NoticePost post) : IChannel
{
    private const int LongestHeader = 150;
    private const int LongestText = 3000;
    private const int LongestField = 2000;
    private const int MostFields = 10;

    public string Name => name;

    public Task SendAsync(Notice notice, CancellationToken cancellation)
    {
        var body = JsonBody.Of(writer => Write(writer, notice));
        return post.SendAsync(name, variable, () => JsonBody.Post(address, body), cancellation);
    }

    private static void Write(Utf8JsonWriter writer, Notice notice)
    {
        writer.WriteString("text", Escape($"{notice.Subject}: {notice.Text}", LongestText));
        writer.WriteStartArray("blocks");
        writer.WriteStartObject();
        writer.WriteString("type", "header");
        writer.WriteStartObject("text");
        writer.WriteString("type", "plain_text");
        writer.WriteString("text", Cut.To(LongestHeader, notice.Subject));
        writer.WriteBoolean("emoji", false);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartObject();
        writer.WriteString("type", "section");
        writer.WritePropertyName("text");
        WriteMarkup(writer, Escape(notice.Text, LongestText));
        writer.WriteEndObject();
        writer.WriteStartObject();
        writer.WriteString("type", "section");
        writer.WriteStartArray("fields");
        foreach (var fact in notice.Facts.Take(MostFields))
            WriteMarkup(writer, $"*{Escape(fact.Name, LongestHeader)}*\n{Escape(fact.Value, LongestField - LongestHeader - 3)}");
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteMarkup(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "mrkdwn");
        writer.WriteString("text", text);
        // Or Slack would make links and mentions of what looks like them.
        writer.WriteBoolean("verbatim", true);
        writer.WriteEndObject();
    }

    /// <summary>With these three escaped nothing is a mention or a link; what is left is at most bold.</summary>
    private static string Escape(string text, int longest) => Cut.To(longest, text.EnumerateRunes().Select(rune => rune.Value switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        _ => rune.ToString(),
    }));
}
