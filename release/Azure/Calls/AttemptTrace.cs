using Azure.Core;
using Azure.Core.Pipeline;

namespace ReleaseInfra.Cli.Azure.Calls;

/// <summary>Tells the log of each attempt, answered or not.</summary>
internal sealed class AttemptTrace(IAzureLog log, TimeProvider time) : HttpPipelinePolicy
{
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var started = time.GetTimestamp();
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        finally
        {
            Record(message, time.GetElapsedTime(started));
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Azure is called asynchronously here.");

    private void Record(HttpMessage message, TimeSpan duration)
    {
        var request = message.Request;
        var response = message.HasResponse ? message.Response : null;
        log.Record(new AzureAttempt(
            request.Method.Method,
            request.Uri.Path,
            response?.Status,
            duration,
            request.ClientRequestId,
            response is not null && response.Headers.TryGetValue(AzureHeaders.RequestId, out var id) ? id : null));
    }
}
