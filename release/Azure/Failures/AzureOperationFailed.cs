namespace ReleaseInfra.Cli.Azure.Failures;

/// <summary>Azure accepted the call, and what it began ended badly.</summary>
internal sealed class AzureOperationFailed(AzureCallName call, string status, string code, string reason)
    : AzureFailure(call, $"Azure accepted {call}, and it ended as {status}: {code}: {reason}")
{
    /// <summary>Azure's word for the end: <c>Failed</c>, <c>Canceled</c>.</summary>
    public string Status { get; } = status;

    public string Code { get; } = code;

    public string Reason { get; } = reason;
}
