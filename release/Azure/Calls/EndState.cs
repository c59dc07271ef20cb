using ReleaseInfra.Cli.Azure.Failures;

namespace ReleaseInfra.Cli.Azure.Calls;

/// <summary>Azure's words for how an operation stands: three are ends, every other goes on.</summary>
internal static class EndState
{
    /// <exception cref="AzureOperationFailed">It ended, and not well.</exception>
    public static bool IsOver(AzureCallName call, string status, AzureErrorBody? error)
    {
        if (status.Equals("Succeeded", StringComparison.OrdinalIgnoreCase))
            return true;
        if (!status.Equals("Failed", StringComparison.OrdinalIgnoreCase) && !status.Equals("Canceled", StringComparison.OrdinalIgnoreCase))
            return false;
        throw new AzureOperationFailed(call, status, error?.Code ?? status, error?.Message ?? "without a reason.");
    }
}
