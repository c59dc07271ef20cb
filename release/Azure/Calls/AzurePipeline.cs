using Azure.Core;
using Azure.Core.Pipeline;

namespace ReleaseInfra.Cli.Azure.Calls;

/// <summary>Azure.Core's pipeline, without its retries: they are made around it.</summary>
internal static class AzurePipeline
{
    /// <param name="scope">What a token is asked for: the service's audience and <c>/.default</c>.</param>
    public static HttpPipeline Of(HttpPipelineTransport transport, TokenCredential credential, string scope, IAzureLog log, TimeProvider time) =>
        Build(transport, new BearerTokenAuthenticationPolicy(credential, scope), new AttemptTrace(log, time));

    /// <summary>For where a login begins.</summary>
    public static HttpPipeline WithoutLogin(HttpPipelineTransport transport, IAzureLog log, TimeProvider time) =>
        Build(transport, new AttemptTrace(log, time));

    private static HttpPipeline Build(HttpPipelineTransport transport, params HttpPipelinePolicy[] policies)
    {
        var options = new PipelineOptions { Transport = transport };
        options.Retry.MaxRetries = 0;
        // The attempt's own timeout passes by the given clock, and this one does not.
        options.Retry.NetworkTimeout = Timeout.InfiniteTimeSpan;
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        options.Diagnostics.ApplicationId = "release-infra";
        return HttpPipelineBuilder.Build(options, policies);
    }

    private sealed class PipelineOptions : ClientOptions;
}
