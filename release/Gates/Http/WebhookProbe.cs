using System.Globalization;
using System.Text.Json;
using ReleaseInfra.Cli.Webhooks;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;

namespace ReleaseInfra.Cli.Gates.Http;

/// <summary>
/// Asks a gate of somebody else's. It answers 200 with <c>{"outcome": "passed" | "failed" | "inconclusive", "message": "…"}</c>;
/// anything else is no answer.
/// </summary>
/// <remarks>Signed, so that the gate knows who asks: see <see cref="SignedPost"/>.</remarks>
/// <param name="name">As verdicts have it.</param>
internal sealed class WebhookProbe(IProbeClient client, string name, Uri address, byte[] key, TimeProvider time)
{
    private const int LongestMessage = 500;

    public async Task<Reading<WebhookAnswer>> LookAsync(WebhookQuestion question, TimeSpan within, CancellationToken cancellation)
    {
        using var request = SignedPost.Of(address, question.Json(), key, time);
        return await client.SendAsync(request, within, cancellation) switch
        {
            ProbeAnswered { Status: 200 } answered => Read(answered.Body),
            ProbeAnswered answered => new Unreadable<WebhookAnswer>($"{name} answered {answered.Status}, not 200"),
            ProbeTooLong tooLong => new Unreadable<WebhookAnswer>($"{name} answered with more than {tooLong.Limit} bytes"),
            ProbeUnanswered unanswered => new Unreadable<WebhookAnswer>(string.Create(
                CultureInfo.InvariantCulture, $"{name} did not answer within {unanswered.After.TotalSeconds:0.#} s: {unanswered.Why}")),
            var other => throw new InvalidOperationException($"Unknown reply {other.GetType().Name}."),
        };
    }

    private Reading<WebhookAnswer> Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (OutcomeOf(document.RootElement) is { } outcome)
                return new Measured<WebhookAnswer>(new WebhookAnswer(name, outcome, Message(document.RootElement)), time.GetUtcNow());
        }
        catch (JsonException)
        {
            // Told below, with what is taken.
        }

        return new Unreadable<WebhookAnswer>($"{name} answered with no outcome; it may be passed, failed or inconclusive");
    }

    private static Outcome? OutcomeOf(JsonElement root) => Text(root, "outcome") switch
    {
        "passed" => Outcome.Passed,
        "failed" => Outcome.Failed,
        "inconclusive" => Outcome.Inconclusive,
        _ => null,
    };

    // It goes into a journal and onto terminals: one line of printing characters.
    private static string Message(JsonElement root)
    {
        var line = new string([.. (Text(root, "message") ?? "").Select(character => char.IsControl(character) ? ' ' : character)]).Trim();
        return line.Length <= LongestMessage ? line : $"{line[..LongestMessage]}…";
    }

    private static string? Text(JsonElement root, string key) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
