namespace ReleaseInfra.Cli.Azure.Failures;

/// <summary>Azure answered, and said no.</summary>
internal sealed class AzureRefusal(AzureCallName call, int status, string code, string reason, string? serviceRequestId)
    : AzureFailure(call, $"Azure refused {call}: {status} {code}: {reason}{Request(serviceRequestId)}")
{
    private const int NotFound = 404;

    public int Status { get; } = status;

    /// <summary>Azure's own code; the status in words where the answer had none.</summary>
    public string Code { get; } = code;

    public string Reason { get; } = reason;

    /// <summary>Azure's id of the call; null where the answer did not say.</summary>
    public string? ServiceRequestId { get; } = serviceRequestId;

    public bool IsNotFound => Status == NotFound;

    private static string Request(string? id) => id is null ? "" : $" (request {id})";
}
