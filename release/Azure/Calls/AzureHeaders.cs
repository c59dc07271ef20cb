namespace ReleaseInfra.Cli.Azure.Calls;

internal static class AzureHeaders
{
    public const string AsyncOperation = "Azure-AsyncOperation";
    public const string ContentDigest = "Docker-Content-Digest";
    public const string ErrorCode = "x-ms-error-code";
    public const string Location = "Location";
    public const string RequestId = "x-ms-request-id";
    public const string RetryAfter = "Retry-After";
}
