using System.Globalization;
using System.Text.Json;
using ReleaseInfra.Cli.Notify.Posting;
using ReleaseInfra.Cli.Webhooks;
using ReleaseInfra.Domain.Notices;

namespace ReleaseInfra.Cli.Notify.Channels;

/// <summary>Whoever knows the key; the shape is a contract, in docs/notifications.md.</summary>
/// <param name="variable">That holds the address.</param>
internal sealed class WebhookChannel(string name, string variable, Uri address, byte[] key, NoticePost post, TimeProvider time) : IChannel
{
    public string Name => name;

    public Task SendAsync(Notice notice, CancellationToken cancellation)
    {
        var body = JsonBody.Of(writer => Write(writer, notice));
        return post.SendAsync(name, variable, () => SignedPost.Of(address, body, key, time), cancellation);
    }

    private static void Write(Utf8JsonWriter writer, Notice notice)
    {
        writer.WriteString("notice", notice.Kind.Key());
        writer.WriteString("severity", notice.Severity.Word());
        writer.WriteString("stack", notice.Stack);
        writer.WriteString("topic", notice.Topic);
        writer.WriteString("at", notice.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        writer.WriteString("subject", notice.Subject);
        writer.WriteString("text", notice.Text);
        writer.WriteStartArray("facts");
        foreach (var fact in notice.Facts)
        {
            writer.WriteStartObject();
            writer.WriteString("name", fact.Name);
            writer.WriteString("value", fact.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
