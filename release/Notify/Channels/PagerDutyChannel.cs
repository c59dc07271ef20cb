using System.Globalization;
using System.Text.Json;
using ReleaseInfra.Cli.Notify.Posting;
using ReleaseInfra.Domain.Notices;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Notify.Channels;

/// <summary>The Events API of PagerDuty, version 2: one alert for a release, opened by what is critical and closed by its end.</summary>
/// <param name="variable">That holds the routing key.</param>
internal sealed class PagerDutyChannel(string name, string variable, string routingKey, Uri events, NoticePost post) : IChannel
{
    private const int LongestSummary = 1024;

    public string Name => name;

    public static Uri EventsOf(PagerDutyRegion region) => new(region switch
    {
        PagerDutyRegion.UnitedStates => "https://events.pagerduty.com/v2/enqueue",
        PagerDutyRegion.Europe => "https://events.eu.pagerduty.com/v2/enqueue",
        _ => throw new ArgumentOutOfRangeException(nameof(region), region, "Regions are us and eu."),
    });

    public Task SendAsync(Notice notice, CancellationToken cancellation)
    {
        var body = JsonBody.Of(writer => Write(writer, notice));
        return post.SendAsync(name, variable, () => JsonBody.Post(events, body), cancellation);
    }

    private void Write(Utf8JsonWriter writer, Notice notice)
    {
        var triggers = notice.Severity == NoticeSeverity.Critical;
        writer.WriteString("routing_key", routingKey);
        // To resolve what is not open changes nothing, and wakes nobody: so a test shows that the key is taken.
        writer.WriteString("event_action", triggers ? "trigger" : "resolve");
        writer.WriteString("dedup_key", notice.Topic);
        if (!triggers)
            return;
        writer.WriteString("client", "release");
        writer.WriteStartObject("payload");
        writer.WriteString("summary", Cut.To(LongestSummary, $"{notice.Subject}: {notice.Text}"));
        writer.WriteString("source", notice.Stack);
        writer.WriteString("severity", notice.Severity.Word());
        writer.WriteString("timestamp", notice.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        writer.WriteString("class", notice.Kind.Word());
        writer.WriteStartObject("custom_details");
        foreach (var fact in notice.Facts)
            writer.WriteString(fact.Name, fact.Value);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
