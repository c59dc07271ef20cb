namespace ReleaseInfra.Cli.Azure.Calls;

/// <summary>Is told of every attempt that was made at a call. Bodies, header values and queries are not its business.</summary>
internal interface IAzureLog
{
    void Record(AzureAttempt attempt);
}

/// <param name="Path">Without query.</param>
/// <param name="Status">Null where no answer came.</param>
/// <param name="ServiceRequestId">Null where no answer came, or it did not say.</param>
internal sealed record AzureAttempt(
    string Method, string Path, int? Status, TimeSpan Duration, string ClientRequestId, string? ServiceRequestId);
