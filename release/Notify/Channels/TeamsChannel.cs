using System.Text.Json;
using ReleaseInfra.Cli.Notify.Posting;
using ReleaseInfra.Domain.Notices;

namespace ReleaseInfra.Cli.Notify.Channels;

/// <summary>
/// A workflow of Teams that posts the Adaptive Card which its webhook gets. Text blocks and fact sets are Markdown, runs of text are
/// not: all texts are runs, and there is nothing to escape.
/// </summary>
internal sealed class TeamsChannel(string name, string variable, Uri address, NoticePost post) : IChannel
{
    // Of a card of at most 28 KB, with room for a character that takes six bytes in JSON.
    private const int LongestText = 1000;
    private const int LongestFact = 200;
    private const int MostFacts = 10;

    public string Name => name;

    public Task SendAsync(Notice notice, CancellationToken cancellation)
    {
        var body = JsonBody.Of(writer => Write(writer, notice));
        return post.SendAsync(name, variable, () => JsonBody.Post(address, body), cancellation);
    }

    private static void Write(Utf8JsonWriter writer, Notice notice)
    {
        writer.WriteString("type", "message");
        writer.WriteStartArray("attachments");
        writer.WriteStartObject();
        writer.WriteString("contentType", "application/vnd.microsoft.card.adaptive");
        writer.WriteStartObject("content");
        writer.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        writer.WriteString("type", "AdaptiveCard");
        writer.WriteString("version", "1.4");
        writer.WriteStartArray("body");
        WriteLine(writer, runs => WriteRun(runs, Cut.To(LongestFact, notice.Subject), run =>
        {
            run.WriteString("size", "large");
            run.WriteString("weight", "bolder");
            run.WriteString("color", ColourOf(notice));
        }));
        WriteLine(writer, runs => WriteRun(runs, Cut.To(LongestText, notice.Text)));
        foreach (var fact in notice.Facts.Take(MostFacts))
        {
            WriteLine(writer, runs =>
            {
                WriteRun(runs, $"{Cut.To(LongestFact, fact.Name)}: ", run => run.WriteString("weight", "bolder"));
                WriteRun(runs, Cut.To(LongestFact, fact.Value));
            });
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteLine(Utf8JsonWriter writer, Action<Utf8JsonWriter> runs)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "RichTextBlock");
        writer.WriteStartArray("inlines");
        runs(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter writer, string text, Action<Utf8JsonWriter>? style = null)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "TextRun");
        writer.WriteString("text", text);
        style?.Invoke(writer);
        writer.WriteEndObject();
    }

    private static string ColourOf(Notice notice) => notice.Severity switch
    {
        NoticeSeverity.Critical => "attention",
        NoticeSeverity.Warning => "warning",
        _ => notice.Kind == NoticeKind.Done ? "good" : "default",
    };
}
