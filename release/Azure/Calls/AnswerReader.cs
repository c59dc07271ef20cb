using System.Collections.Immutable;
using System.Globalization;
using Azure;
using ReleaseInfra.Cli.Azure.Failures;

namespace ReleaseInfra.Cli.Azure.Calls;

/// <summary>Takes what is ours from an answer of Azure.Core's, which ends with its message.</summary>
internal static class AnswerReader
{
    public static AzureAnswer Read(AzureCallName call, Response response, DateTimeOffset now) => new(
        call,
        response.Status,
        response.ContentStream is null ? default : response.Content.ToArray(),
        Header(response, AzureHeaders.RequestId),
        RetryAfter(Header(response, AzureHeaders.RetryAfter), now),
        Header(response, AzureHeaders.AsyncOperation),
        Header(response, AzureHeaders.Location),
        Header(response, AzureHeaders.ContentDigest))
    {
        Headers = response.Headers
            .DistinctBy(header => header.Name, StringComparer.OrdinalIgnoreCase)
            .ToImmutableDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase),
    };

    /// <summary>Seconds, or a date as HTTP has it; null for anything else.</summary>
    internal static TimeSpan? RetryAfter(string? text, DateTimeOffset now)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return null;
        return date > now ? date - now : TimeSpan.Zero;
    }

    private static string? Header(Response response, string name) => response.Headers.TryGetValue(name, out var value) ? value : null;
}
